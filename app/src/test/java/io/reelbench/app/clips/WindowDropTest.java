package io.reelbench.app.clips;

import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Remembered.Look;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Files that are really dragged, from the window of another program onto ours. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class WindowDropTest {

    private static final String TITLE = "Reelbench drop test";
    private static final int MOVES = 15;

    @TempDir
    private static Path folder;
    private static Workplace place;
    private static Path film;

    private Desk desk;
    private DropArea area;

    @BeforeAll
    static void makeClip() throws Exception {
        place = Workplace.in(folder);
        film = place.film("dragged ünder.mp4", 1, 160, 90);
    }

    @AfterAll
    static void close() {
        place.close();
    }

    @Start
    void show(Stage stage) {
        Theme.load();
        desk = place.desk();
        ClipsPane pane = new ClipsPane(place.room());
        area = new DropArea(place.room(), pane.intake());
        stage.setTitle(TITLE);
        stage.setScene(new Scene(new StackPane(pane, area), 600, 400));
        Theme.dress(stage.getScene(), Look.DARK);
        stage.show();
    }

    @Test
    void aFileDraggedFromAnotherProgramBecomesAClip() throws Exception {
        Process source = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-classpath",
                Path.of("target", "test-classes").toAbsolutePath().toString(), DragSource.class.getName(), film.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String from = xdotool("search", "--sync", "--onlyvisible", "--name", "^" + DragSource.TITLE + "$");
            String to = xdotool("search", "--sync", "--onlyvisible", "--name", "^" + TITLE + "$");
            xdotool("windowmove", "--sync", from, "60", "80", "windowraise", from);
            xdotool("windowmove", "--sync", to, "500", "120");
            int[] start = middle(from);
            int[] end = middle(to);
            List<String> drag = new ArrayList<>(move(start[0], start[1]));
            drag.addAll(List.of("sleep", "0.5", "mousedown", "1", "sleep", "0.3"));
            for (int i = 1; i <= MOVES; i++) {
                drag.addAll(move(start[0] + (end[0] - start[0]) * i / MOVES, start[1] + (end[1] - start[1]) * i / MOVES));
                drag.addAll(List.of("sleep", "0.1"));
            }
            xdotool(drag.toArray(String[]::new));
            until("the targets are seen", area::isVisible);
            xdotool("sleep", "0.5", "mouseup", "1");
            until("the clip is there and read", () -> desk.clips().size() == 1 && desk.clips().getFirst().media().isPresent());
            assertThat(onFx(() -> desk.clips().getFirst().file())).isEqualTo(film);
            assertThat(onFx(area::isVisible)).isFalse();
        } finally {
            source.destroyForcibly();
        }
    }

    private static List<String> move(int x, int y) {
        return List.of("mousemove", Integer.toString(x), Integer.toString(y));
    }

    private static int[] middle(String window) throws Exception {
        String shape = xdotool("getwindowgeometry", "--shell", window);
        return new int[]{number(shape, "X") + number(shape, "WIDTH") / 2, number(shape, "Y") + number(shape, "HEIGHT") / 2};
    }

    private static int number(String shape, String name) {
        Matcher line = Pattern.compile("^" + name + "=(-?\\d+)$", Pattern.MULTILINE).matcher(shape);
        assertThat(line.find()).as(shape).isTrue();
        return Integer.parseInt(line.group(1));
    }

    private static String xdotool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(command + "\n" + said).isZero();
        return said.lines().reduce((_, last) -> last).orElse("").matches("\\d+") ? said.lines().toList().getLast() : said;
    }
}
