package io.reelbench.app.past;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.look.Theme;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What was done to a file, and doing it again, in the whole window. */
@ExtendWith(ApplicationExtension.class)
class PastFlowTest {

    @TempDir
    private Path folder;
    private Workplace place;
    private Window window;

    @Start
    void show(Stage stage) throws Exception {
        Theme.load();
        place = Workplace.in(folder);
        window = new Window(place.room());
        stage.setScene(window.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close() {
        doFx(window::close);
        place.close();
    }

    private Recipe recipe(String steps) {
        return new RecipeReader(place.engine().catalog()).read("{\"schema\":1,\"steps\":[" + steps + "]}").value().orElseThrow();
    }

    private void done(Path clip, String steps) throws Exception {
        Request request = new Request(clip, recipe(steps), new OutputWish().into(folder.resolve("out")), Priority.NORMAL);
        String id = place.engine().submit(List.of(request)).getFirst().id();
        until("it is over", () -> place.engine().task(id).filter(t -> t.state().isOver()).isPresent());
        assertThat(place.engine().task(id).orElseThrow().state()).isEqualTo(TaskState.DONE);
        place.engine().remove(List.of(id)).join();
    }

    private ListView<Optional<PastRow>> list(FxRobot robot) {
        return robot.lookup("#past-list").queryListView();
    }

    private List<String> names(FxRobot robot) {
        ListView<Optional<PastRow>> list = list(robot);
        List<String> names = new ArrayList<>();
        for (Optional<PastRow> row : list.getItems()) {
            names.add(row.map(r -> r.task().name()).orElse("…"));
        }
        return names;
    }

    private void go() {
        doFx(() -> place.room().actions().find("go-history").fire());
        doFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    @Test
    void whatWasDoneToAFileIsFoundAndComesBackToTheBench(FxRobot robot) throws Exception {
        Path film = place.film("film.mp4", 1, 160, 90);
        Path other = place.film("other.mp4", 1, 160, 90);
        done(film, "{\"op\":\"trim\",\"start\":\"0.2\"}");
        done(film, "{\"op\":\"compress\",\"quality\":40}");
        done(other, "{\"op\":\"compress\"}");
        assertThat(place.engine().tasks()).as("all are off the list").isEmpty();
        go();
        until("all are there", () -> names(robot).equals(List.of("other.mp4", "film.mp4", "film.mp4")));
        TextField search = robot.lookup("#find-past").query();
        doFx(() -> search.setText("film"));
        until("by name", () -> names(robot).equals(List.of("film.mp4", "film.mp4")));
        ComboBox<Optional<String>> operations = robot.from(robot.lookup(".rb-past-tools").queryAll()).lookup(".combo-box")
                .query();
        assertThat(onFx(() -> List.copyOf(operations.getItems()))).contains(Optional.of("trim"), Optional.of("compress"));
        doFx(() -> operations.setValue(Optional.of("compress")));
        until("by operation", () -> names(robot).equals(List.of("film.mp4")));
        doFx(() -> list(robot).getSelectionModel().select(0));
        until("it is told", () -> robot.from(robot.lookup(".rb-past-details").queryAll()).lookup(".label").queryAllAs(Label.class)
                .stream().anyMatch(l -> l.getText().contains("film-compress") || l.getText().contains("Compress")));
        doFx(() -> place.room().actions().find("past-bench").fire());
        until("it is on the bench", () -> place.desk().clips().size() == 1);
        Clip clip = onFx(() -> place.desk().clips().getFirst());
        until("with its recipe", () -> clip.draft().get().ops().equals(List.of("compress")));
        assertThat(onFx(() -> clip.draft().get().cards().getFirst().given())).containsEntry("quality", List.of("40"));
        assertThat(onFx(() -> clip.draft().get().place())).containsEntry("to", List.of(folder.resolve("out").toString()));
        doFx(() -> place.room().actions().find("clip-history").fire());
        until("what was done to this clip", () -> names(robot).equals(List.of("film.mp4", "film.mp4")));
    }

    @Test
    void aPastTaskRunsAgainAndThatCanBeUndone(FxRobot robot) throws Exception {
        done(place.film("film.mp4", 1, 160, 90), "{\"op\":\"compress\"}");
        go();
        until("it is there", () -> names(robot).equals(List.of("film.mp4")));
        place.engine().pauseAll().join();
        doFx(() -> {
            list(robot).getSelectionModel().select(0);
            place.room().actions().find("past-again").fire();
        });
        until("it is in the queue", () -> place.engine().tasks().size() == 1);
        until("the list knows", () -> names(robot).size() == 2);
        doFx(() -> place.room().actions().find("undo").fire());
        until("it is cancelled", () -> place.engine().tasks().getFirst().state() == TaskState.CANCELLED);
    }
}
