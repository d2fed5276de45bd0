package io.reelbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.StepIcons;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.app.memory.Remembered;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.memory.Remembered.Splits;
import io.reelbench.engine.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window as a whole, with a real engine and nothing on the desk at first. */
@ExtendWith(ApplicationExtension.class)
class WindowFlowTest {

    @TempDir
    private static Path folder;
    private Workplace workplace;
    private Window window;

    @Start
    void show(Stage stage) throws Exception {
        Theme.load();
        workplace = Workplace.in(folder);
        workplace.room().memory().change(r -> r.with(new Splits(260, 310, 0, false, false, false)).with(Look.DARK));
        window = new Window(workplace.room());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(700);
        stage.show();
    }

    @AfterEach
    void close() {
        Workplace.doFx(window::close);
        workplace.close();
    }

    private <T extends Node> T find(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    @Test
    void theBenchComesWithTheFirstClipAndGoesWithTheLast(FxRobot robot) throws Exception {
        Node empty = find(robot, ".rb-empty");
        assertThat(empty.isVisible()).isTrue();
        Path file = Files.writeString(folder.resolve("not a clip.mp4"), "nothing");
        Workplace.doFx(() -> workplace.desk().add(List.of(file)));
        assertThat(empty.isVisible()).isFalse();
        assertThat(find(robot, ".rb-bench").isVisible()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(empty.isVisible()).isTrue();
        assertThat(workplace.desk().clips()).isEmpty();
    }

    @Test
    void theCommandBoxFindsAndDoesAndGivesTheFocusBack(FxRobot robot) {
        Workplace.doFx(() -> window.opened(() -> {
        }));
        Node before = window.scene().getFocusOwner();
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("light theme").type(KeyCode.ENTER);
        assertThat(window.scene().getRoot().getStyleClass()).contains("light");
        assertThat(workplace.room().memory().now().look()).isEqualTo(Look.LIGHT);
        assertThat(window.scene().getFocusOwner()).isSameAs(before);
        robot.push(KeyCode.SHORTCUT, KeyCode.K).type(KeyCode.ESCAPE);
        assertThat(find(robot, ".rb-scrim").isVisible()).isFalse();
    }

    @Test
    void stepsAreListedByGroupAndWhatTheClipCannotTakeComesLastAndSaysWhy(FxRobot robot) throws Exception {
        Path silent = workplace.make("silent.mp4", List.of("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=1", "-c:v",
                "libx264", "-preset", "ultrafast"));
        Clip clip = Workplace.onFx(() -> workplace.desk().add(List.of(silent)).getFirst());
        Workplace.until("it is read", () -> clip.media().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        List<PaletteCell.Line> lines = lines(robot);
        assertThat(lines.stream().filter(PaletteCell.Heading.class::isInstance).map(l -> ((PaletteCell.Heading) l).words()))
                .containsExactly("Convert", "Cut and time", "Picture", "Sound", "Stills and GIF", "Reports", "Not for this clip")
                .doesNotHaveDuplicates();
        List<Entry> entries = entries(lines);
        assertThat(entries).hasSameSizeAs(workplace.engine().catalog().entries());
        assertThat(entries.stream().map(Entry::possible)).as("possible ones first")
                .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(entries.stream().filter(e -> e.title().equals("Loudness")).findFirst().orElseThrow().told())
                .isEqualTo("Needs sound");
        assertThat(entries.stream().filter(e -> e.title().equals("HDR to SDR")).findFirst().orElseThrow().told())
                .isEqualTo("Needs HDR");
        assertThat(entries.stream().filter(Entry::possible)).allSatisfy(e -> assertThat(e.told()).isNotBlank());
        robot.write("shrink").type(KeyCode.ENTER);
        assertThat(Workplace.onFx(() -> clip.draft().get().ops())).as("found by another word for it").containsExactly("compress");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        robot.write("lufs");
        assertThat(entries(lines(robot))).noneMatch(Entry::possible);
        robot.type(KeyCode.ENTER);
        assertThat(Workplace.onFx(() -> clip.draft().get().ops())).as("what cannot be is not added").containsExactly("compress");
    }

    @Test
    void everyOperationHasItsOwnIcon() {
        var abouts = workplace.engine().catalog().entries().stream().map(e -> e.about()).toList();
        assertThat(abouts.stream().map(StepIcons::of)).doesNotHaveDuplicates();
    }

    private List<PaletteCell.Line> lines(FxRobot robot) {
        ListView<PaletteCell.Line> list = find(robot, ".rb-palette .list-view");
        return Workplace.onFx(() -> List.copyOf(list.getItems()));
    }

    private static List<Entry> entries(List<PaletteCell.Line> lines) {
        return lines.stream().filter(PaletteCell.Offer.class::isInstance).map(l -> ((PaletteCell.Offer) l).found().entry())
                .toList();
    }

    @Test
    void regionsHaveTheSizesOfLastTimeAndTheRecipeIsADrawerHere(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("also not a clip.mp4"), "nothing");
        Workplace.doFx(() -> workplace.desk().add(List.of(file)));
        robot.interact(() -> window.scene().getRoot().layout());
        Region clips = find(robot, ".rb-clips");
        Region recipe = find(robot, ".rb-recipe");
        assertThat(clips.getWidth()).isEqualTo(260);
        assertThat(recipe.isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.interact(() -> window.scene().getRoot().layout());
        assertThat(recipe.isVisible()).isTrue();
        assertThat(recipe.getWidth()).isEqualTo(310);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertThat(workplace.room().memory().now().splits().clipsAway()).isTrue();
        workplace.room().memory().write();
        Remembered again = new Memory(Places.in(folder).config()).now();
        assertThat(again.splits()).isEqualTo(new Splits(260, 310, 0, false, true, false));
    }
}
