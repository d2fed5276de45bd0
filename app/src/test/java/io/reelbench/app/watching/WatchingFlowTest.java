package io.reelbench.app.watching;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.look.Theme;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
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

/** A folder is watched from the window, with the real engine and a real clip. */
@ExtendWith(ApplicationExtension.class)
class WatchingFlowTest {

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
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void close() {
        doFx(window::close);
        place.close();
    }

    private void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
        doFx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    private List<WatchingModel.Row> rows(FxRobot robot) {
        ListView<WatchingModel.Row> list = robot.lookup("#watch-list").queryListView();
        return List.copyOf(list.getItems());
    }

    @Test
    void aFolderIsWatchedItsClipsAreDoneAndThatCanBeUndone(FxRobot robot) throws Exception {
        Path in = Files.createDirectory(folder.resolve("incoming"));
        fire("go-watch-folders");
        fire("watch-add");
        Button save = robot.lookup(".rb-watch-editor .rb-primary").query();
        doFx(save::fire);
        until("what is missing is said", () -> !robot.lookup("#setting-folder .rb-problem").queryAll().isEmpty());
        TextField where = robot.lookup("#setting-folder .text-field").query();
        TextField to = robot.lookup("#setting-to .text-field").query();
        ComboBox<String> preset = robot.lookup("#watch-preset").query();
        until("presets are there", () -> !preset.getItems().isEmpty());
        doFx(() -> {
            where.setText(in.toString());
            to.setText(folder.resolve("ready").toString());
            preset.setValue("Smaller, looks the same");
            save.fire();
        });
        until("it is on the list", () -> rows(robot).size() == 1);
        assertThat(robot.lookup(".rb-watch-editor").queryAll()).isEmpty();
        Path film = place.film("film.mp4", 1, 160, 90);
        Files.setLastModifiedTime(film, FileTime.from(Instant.now().minusSeconds(600)));
        Files.move(film, in.resolve("film.mp4"));
        until("it is done", () -> place.engine().tasks().stream().anyMatch(t -> t.state() == TaskState.DONE));
        until("the row says so", () -> rows(robot).getFirst().state().taken() == 1);
        assertThat(folder.resolve("ready")).isNotEmptyDirectory();
        doFx(() -> {
            ListView<WatchingModel.Row> list = robot.lookup("#watch-list").queryListView();
            list.getSelectionModel().select(0);
        });
        fire("watch-pause");
        until("it is paused", () -> rows(robot).getFirst().watched().paused());
        doFx(() -> {
            ListView<WatchingModel.Row> list = robot.lookup("#watch-list").queryListView();
            list.getSelectionModel().select(0);
        });
        fire("watch-remove");
        until("it is gone", () -> rows(robot).isEmpty());
        fire("undo");
        until("it is back", () -> rows(robot).size() == 1);
        assertThat(onFx(() -> place.engine().tasks().size())).as("and nothing was done twice").isEqualTo(1);
    }
}
