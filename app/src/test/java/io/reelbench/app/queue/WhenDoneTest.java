package io.reelbench.app.queue;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.look.Theme;
import io.reelbench.app.room.Section;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.settings.AfterWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What was chosen for the end of all work happens then and only then, a minute after it was announced. */
@ExtendWith(ApplicationExtension.class)
class WhenDoneTest {

    private static final Duration ENDLESS = Duration.hours(1);
    private static final Duration SHORT = Duration.millis(1);

    @TempDir
    Path folder;
    private Stage stage;
    private Workplace place;
    private QueuePane pane;
    private Path clip;
    private int closed;

    @Start
    void start(Stage given) {
        stage = given;
    }

    private void open(IdleMachine machine, Duration second) throws Exception {
        place = Workplace.in(folder);
        doFx(() -> {
            place.room().actions().add("quit", Text.verbatim("Close"), Section.WINDOW, "", () -> closed++);
            pane = new QueuePane(place.room(), Optional.empty(), Optional.empty(), machine, second);
            Scene scene = new Scene(pane, 1000, 300);
            Theme.dress(scene, place.room().memory().now().look());
            stage.setScene(scene);
            stage.show();
        });
        until("the queue is read", () -> pane.model().loaded().get());
        clip = place.film("clip.mp4", 1, 160, 90);
    }

    @AfterEach
    void close() {
        doFx(stage::hide);
        doFx(pane::close);
        place.close();
    }

    private void work(int width) throws Exception {
        int before = onFx(() -> pane.model().done().get());
        Recipe recipe = place.engine().recipes()
                .read("{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"width\":" + width + "}]}").value().orElseThrow();
        place.engine()
                .submit(List.of(new Request(clip, recipe, new OutputWish().into(folder.resolve("out")), Priority.NORMAL)));
        until("it is done", () -> pane.model().done().get() > before);
    }

    private void choose(String deed) {
        doFx(() -> pane.whenDone().ask());
        until("the computer has answered", () -> place.room().actions().find("when-done-" + deed).possible().get());
        doFx(() -> place.room().actions().find("when-done-" + deed).fire());
    }

    private boolean says(String words) {
        return pane.lookupAll(".label").stream().anyMatch(n -> n instanceof Label l && l.getText().startsWith(words));
    }

    @Test
    void itIsCountedDownInTheStripAndCanBeCalledOff(FxRobot robot) throws Exception {
        IdleMachine machine = new IdleMachine(AfterWork.SLEEP);
        open(machine, ENDLESS);
        choose("sleep");
        until("it is said before anything runs", () -> pane.lookupAll(".button").stream()
                .anyMatch(n -> n instanceof Button b && b.getText().equals("Then sleep")));
        work(80);
        until("it counts", () -> says("The computer sleeps in 60 s"));
        robot.clickOn("Cancel");
        until("it does not", () -> !says("The computer sleeps"));
        assertThat(onFx(() -> pane.whenDone().left().get())).isZero();
        work(64);
        until("more work, another count", () -> pane.whenDone().left().get() == WhenDone.GRACE);
        doFx(() -> place.room().actions().find("when-done-nothing").fire());
        assertThat(onFx(() -> pane.whenDone().left().get())).isZero();
        assertThat(machine.told).isEmpty();
    }

    @Test
    void itHappensWhenTheCountIsOver() throws Exception {
        IdleMachine machine = new IdleMachine(AfterWork.SHUT_DOWN, AfterWork.TELL);
        open(machine, SHORT);
        choose("shut-down");
        work(80);
        until("it is shut down", () -> machine.told.equals(List.of("shut-down")));
        choose("tell");
        work(64);
        until("it is told at once", () -> machine.told.size() == 2);
        assertThat(machine.told.getLast()).isEqualTo("All is done: 2 done");
        choose("close");
        work(48);
        until("the window closes", () -> closed == 1);
    }

    @Test
    void onlyWhatTheComputerCanIsOffered(FxRobot robot) throws Exception {
        open(new IdleMachine(AfterWork.TELL), ENDLESS);
        choose("tell");
        until("its button is there", () -> pane.lookupAll(".button").stream()
                .anyMatch(n -> n instanceof Button b && b.getText().equals("Then tell me")));
        robot.clickOn("Then tell me");
        until("the menu", () -> menu().size() == 3);
        assertThat(menu()).containsExactly("Do nothing", "Tell me", "Close Reelbench");
        assertThat(onFx(() -> place.room().actions().find("when-done-sleep").possible().get())).isFalse();
    }

    private List<String> menu() {
        return Window.getWindows().stream().filter(javafx.scene.control.ContextMenu.class::isInstance)
                .flatMap(w -> ((javafx.scene.control.ContextMenu) w).getItems().stream()).filter(MenuItem::isVisible)
                .map(MenuItem::getText).toList();
    }

    @Test
    void whatIsChosenInSettingsIsWhatItBeginsWith() throws Exception {
        place = Workplace.in(folder);
        place.engine().settings().change(Map.of("when-done", List.of("sleep")));
        place.close();
        open(new IdleMachine(AfterWork.SLEEP), ENDLESS);
        assertThat(onFx(() -> pane.whenDone().choice().get())).isEqualTo(AfterWork.SLEEP);
        choose("nothing");
        assertThat(place.engine().settings().now().work().whenDone()).as("a choice for now changes no setting")
                .isEqualTo(AfterWork.SLEEP);
    }
}
