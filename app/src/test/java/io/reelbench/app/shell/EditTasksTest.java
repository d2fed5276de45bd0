package io.reelbench.app.shell;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tasks that wait are put back on the bench, changed there, and take their old places. */
@ExtendWith(ApplicationExtension.class)
class EditTasksTest {

    @TempDir
    private Path folder;
    private Workplace place;
    private Window window;
    private Stage stage;

    @Start
    void show(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        doFx(Theme::load);
        place = Workplace.in(folder);
        place.engine().pauseAll().join();
        Recipe recipe = place.engine().recipes().read("{\"schema\":1,\"steps\":[{\"op\":\"compress\",\"crf\":30}]}").value()
                .orElseThrow();
        List<Path> clips = Stream.of("a.mp4", "b.mp4", "c.mp4").map(this::film).toList();
        place.engine().submit(clips.stream().map(
                clip -> new Request(clip, recipe, new OutputWish().into(folder.resolve("out")), Priority.NORMAL)).toList());
        doFx(() -> {
            window = new Window(place.room());
            stage.setScene(window.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(720);
            stage.show();
            place.room().actions().find("toggle-queue").fire();
        });
        until("three wait", () -> waiting().size() == 3);
    }

    @AfterEach
    void close() {
        doFx(window::close);
        place.close();
    }

    private Path film(String name) {
        try {
            return place.film(name, 1, 160, 90);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Task> waiting() {
        return place.engine().tasks().stream().filter(t -> !t.state().isOver()).toList();
    }

    /** What each task that waits would do, by its clip. */
    private List<String> recipes() {
        return waiting().stream().map(t -> t.name() + " " + t.asked().recipe().replaceAll(".*\"crf\":\"(\\d+).*", "$1")).toList();
    }

    private void edit(int... rows) {
        until("the rows are shown", () -> list() != null && list().getItems().size() == 3);
        doFx(() -> {
            list().requestFocus();
            list().getSelectionModel().clearSelection();
            for (int row : rows) {
                list().getSelectionModel().select(row);
            }
            place.room().actions().find("edit-task").fire();
        });
        until("they are on the bench", () -> place.desk().editing().held().get().isPresent());
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#queue-waiting");
    }

    private String button() {
        return onFx(() -> ((Button) window.scene().lookup("#add-to-queue")).getText());
    }

    @Test
    void aNewRecipeTakesThePlaceOfTheOldOne() {
        edit(0, 1);
        until("it is said", () -> button().equals("Apply to 2 tasks"));
        assertThat(onFx(() -> place.desk().selected().stream().map(c -> c.name()).toList())).containsExactly("a.mp4", "b.mp4");
        assertThat(waiting().stream().filter(t -> t.state() == TaskState.PAUSED)).as("none begins meanwhile").hasSize(2);
        doFx(() -> place.desk().edit(Text.verbatim("Set crf"), d -> d.change(0, c -> c.with("crf", List.of("18")))));
        until("planned", () -> onFx(() -> place.desk().selected().stream()
                .allMatch(c -> c.planning().get() instanceof Planning.Ready)));
        until("it can be applied", () -> onFx(() -> place.room().actions().find("add-to-queue").possible().get()));
        doFx(() -> place.room().actions().find("add-to-queue").fire());
        until("they have it, where they stood", () -> recipes().equals(List.of("a.mp4 18", "b.mp4 18", "c.mp4 30")));
        until("the bench is as usual", () -> button().equals("Add to queue"));
        doFx(() -> place.desk().history().undo());
        until("undone", () -> recipes().equals(List.of("a.mp4 30", "b.mp4 30", "c.mp4 30")));
        assertThat(waiting()).allMatch(t -> t.state() == TaskState.WAITING);
    }

    @Test
    void leavingThemAsTheyWereGivesTheBenchBack() {
        Draft own = Draft.EMPTY.add(0, Card.of("thumbnail"));
        doFx(() -> {
            place.desk().add(List.of(folder.resolve("clips/a.mp4")));
            place.desk().edit(Text.verbatim("Add a step"), _ -> own);
        });
        edit(0);
        doFx(() -> place.desk().edit(Text.verbatim("Set crf"), d -> d.change(0, c -> c.with("crf", List.of("18")))));
        doFx(() -> place.room().actions().find("stop-editing").fire());
        assertThat(onFx(() -> place.desk().clips().getFirst().draft().get())).isEqualTo(own);
        until("they wait again", () -> waiting().stream().allMatch(t -> t.state() == TaskState.WAITING));
        assertThat(recipes()).containsExactly("a.mp4 30", "b.mp4 30", "c.mp4 30");
    }
}
