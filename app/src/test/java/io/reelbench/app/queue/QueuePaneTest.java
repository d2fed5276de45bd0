package io.reelbench.app.queue;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.look.Theme;
import io.reelbench.engine.Request;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The queue on the screen with a real engine: three run, wait, fail, are helped, and are done. */
@ExtendWith(ApplicationExtension.class)
class QueuePaneTest {

    /** Works as long as the test likes. */
    private static final String SLOW = "{'op':'compress','preset':'veryslow'}";
    private static final String QUICK = "{'op':'transcode','container':'mkv'}";

    @TempDir
    Path folder;
    private Stage stage;
    private Workplace place;
    private QueuePane pane;
    private Optional<Path> chosen = Optional.empty();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        place = Workplace.in(folder);
        show();
    }

    private void show() {
        doFx(() -> {
            Fixes.Asking asking = new Fixes.Asking() {
                @Override
                public Optional<Path> folder(Path start) {
                    return chosen;
                }

                @Override
                public Optional<Path> file(Path start) {
                    return chosen;
                }
            };
            pane = new QueuePane(place.room(), Optional.of(new Trash(folder.resolve("Trash"))), Optional.of(asking),
                    new IdleMachine(), Duration.seconds(1));
            Scene scene = new Scene(pane, 960, 300);
            Theme.dress(scene, place.room().memory().now().look());
            place.room().actions().listenTo(scene);
            stage.setScene(scene);
            stage.show();
        });
        until("the queue is read", () -> pane.model().loaded().get());
    }

    @AfterEach
    void close() {
        doFx(stage::hide);
        place.close();
    }

    @Test
    void threeRunLiveAndOneIsCancelledAndTakenBack(FxRobot robot) throws Exception {
        Path clip = place.film("long.mp4", 60, 1280, 720);
        submit(SLOW, clip, clip, clip, clip, clip);
        assertThat(onFx(() -> pane.opened().get())).as("it does not jump open").isFalse();
        robot.interact(() -> place.room().actions().find("toggle-queue").fire());
        until("three run", () -> pane.model().running().size() == 3 && pane.model().waiting().size() == 2);
        until("all three tell how far they are",
                () -> pane.model().running().stream().allMatch(r -> r.fraction().orElse(0) > 0) && shown(".rb-percent")
                        .filter(l -> l instanceof Label label && label.getText().endsWith(" %")).count() == 3);
        assertThat(text(".rb-facts")).anyMatch(words -> words.startsWith("Encoding · "));
        Node row = onFx(() -> list("running").lookupAll(".list-cell").stream()
                .filter(n -> n.getAccessibleText() != null).findFirst().orElseThrow());
        assertThat(row.getAccessibleText()).matches("long.mp4, Encoding(, \\d+ %)?");

        QueueRow first = onFx(() -> pane.model().running().getFirst());
        onFx(() -> place.engine().pause(List.of(first.id()))).join();
        until("it is paused", () -> first.state() == TaskState.PAUSED);
        until("that is said", () -> text(".rb-facts").anyMatch(words -> words.startsWith("Paused at ")));
        until("another one runs", () -> pane.model().running().size() == 4);

        focus("running");
        doFx(() -> list("running").getSelectionModel().clearAndSelect(0));
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        until("it is cancelled", () -> first.state() == TaskState.CANCELLED);
        until("it can be taken back", () -> shown(".rb-link").anyMatch(n -> n instanceof Button b && b.getText().equals("Undo")));
        assertThat(onFx(() -> place.desk().history().undoable().get())).isEqualTo("Cancel long.mp4");
        doFx(place.desk().history()::undo);
        until("it waits again", () -> first.lane() == QueueRow.Lane.WAITING);
        doFx(() -> place.room().actions().find("pause-queue").fire());
        until("all stand still", () -> pane.model().held().get());
        doFx(place.desk().history()::redo);
        until("it is cancelled again", () -> first.state() == TaskState.CANCELLED);
    }

    @Test
    void aFailureIsHelpedByAnotherFolder(FxRobot robot) throws Exception {
        Path clip = place.film("clip.mp4", 1, 160, 90);
        Path file = Files.writeString(folder.resolve("plain"), "not a folder");
        place.engine()
                .submit(List.of(new Request(clip, recipe(QUICK), new OutputWish().into(file.resolve("out")), Priority.NORMAL)));
        until("it needs a person", () -> pane.model().needsYou().get() == 1);
        until("the strip says so", () -> text(".label").anyMatch("1 task needs you"::equals));
        robot.clickOn("Show");
        until("why",
                () -> text(".label").anyMatch(words -> words.startsWith("The folder ") && words.endsWith("cannot be made.")));
        chosen = Optional.of(Files.createDirectories(folder.resolve("elsewhere")));
        focus("results");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until("it is done", () -> pane.model().done().get() == 1 && pane.model().needsYou().get() == 0);
        QueueRow row = onFx(() -> pane.model().results().getFirst());
        assertThat(row.task().get().outcome().results().getFirst().file()).hasParent(chosen.get());
        until("its proof stands there", () -> text(".rb-facts").anyMatch(words -> words.startsWith("opens · 0:01.")));

        doFx(() -> list("results").getSelectionModel().clearAndSelect(0));
        focus("results");
        Path output = row.task().get().outcome().results().getFirst().file();
        doFx(() -> place.room().actions().find("take-back").fire());
        until("it has left", () -> pane.model().results().isEmpty());
        assertThat(output).doesNotExist();
        doFx(place.desk().history()::undo);
        until("it is back", () -> pane.model().results().size() == 1);
        assertThat(output).exists();
    }

    @Test
    void whatWaitsIsMovedByKeysAndByDrop(FxRobot robot) throws Exception {
        place.engine().pauseAll().join();
        submit(QUICK, Stream.of("a.mp4", "b.mp4", "c.mp4", "d.mp4").map(this::film).toArray(Path[]::new));
        doFx(() -> pane.opened().set(true));
        until("four wait", () -> pane.model().waiting().size() == 4);
        focus("waiting");
        doFx(() -> list("waiting").getSelectionModel().clearAndSelect(2));
        robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
        waits("a.mp4", "c.mp4", "b.mp4", "d.mp4");
        assertThat(onFx(() -> list("waiting").getSelectionModel().getSelectedItems().stream().map(QueueRow::name).toList()))
                .as("it stays selected").containsExactly("c.mp4");
        robot.press(KeyCode.ALT, KeyCode.END).release(KeyCode.END, KeyCode.ALT);
        waits("a.mp4", "b.mp4", "d.mp4", "c.mp4");
        doFx(place.desk().history()::undo);
        waits("a.mp4", "c.mp4", "b.mp4", "d.mp4");
        List<QueueRow> rows = onFx(() -> List.copyOf(pane.model().waiting()));
        doFx(() -> pane.dropped(new RowTools.Drop(List.of(rows.get(0).id(), rows.get(2).id()), rows.get(3), false)));
        waits("c.mp4", "d.mp4", "a.mp4", "b.mp4");
        doFx(place.desk().history()::undo);
        waits("a.mp4", "c.mp4", "b.mp4", "d.mp4");

        doFx(() -> pane.dropped(new RowTools.Drop(List.of(rows.get(0).id(), rows.get(3).id()), rows.get(3), false)));
        waits("c.mp4", "b.mp4", "a.mp4", "d.mp4");
        doFx(place.desk().history()::undo);
        waits("a.mp4", "c.mp4", "b.mp4", "d.mp4");

        doFx(() -> list("waiting").getSelectionModel().clearAndSelect(0));
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        waits("c.mp4", "b.mp4", "d.mp4");
        doFx(place.desk().history()::undo);
        waits("a.mp4", "c.mp4", "b.mp4", "d.mp4");
    }

    @Test
    void aReportIsReadWhereItsTaskStands() throws Exception {
        submit("{'op':'probe'}", film("a.mp4"));
        doFx(() -> pane.opened().set(true));
        until("it is done", () -> pane.model().results().size() == 1);
        until("its row can be read", () -> reader().isPresent());
        doFx(() -> reader().orElseThrow().fire());
        until("its words are shown", () -> Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(w -> w.getScene().getRoot().lookupAll(".text-area").stream())
                .anyMatch(n -> n instanceof TextArea area && area.getText().contains("160×90")));
    }

    @Test
    void whatIsNoPictureBearsASign() throws Exception {
        submit("{'op':'frames','count':3}", film("a.mp4"));
        submit("{'op':'loudness-report'}", film("b.mp4"));
        doFx(() -> pane.opened().set(true));
        until("both are done", () -> pane.model().results().size() == 2);
        assertThat(onFx(() -> pane.model().results().stream().map(row -> Product.of(row.task().get())).toList()))
                .containsExactlyInAnyOrder(Product.FOLDER, Product.REPORT);
        until("both are seen as what they are",
                () -> pane.lookupAll(".rb-thumb-sign").stream().filter(Node::isVisible).filter(n -> n.getScene() != null)
                        .count() == 2);
    }

    private Optional<Button> reader() {
        return pane.lookupAll(".rb-link").stream().map(Button.class::cast)
                .filter(b -> "Read the report".equals(b.getAccessibleText()) && b.isManaged()).findFirst();
    }

    @Test
    void afterARestartTheQueueIsBackAndSaysSo() throws Exception {
        place.engine().pauseAll().join();
        submit(QUICK, Stream.of("a.mp4", "b.mp4").map(this::film).toArray(Path[]::new));
        until("two wait", () -> pane.model().waiting().size() == 2);
        place.engine().pause(place.engine().tasks().stream().map(Task::id).toList()).join();
        doFx(stage::hide);
        place.close();
        place = Workplace.in(folder);
        show();
        until("it is open and says so", () -> pane.opened().get() && text(".label").anyMatch("Restored 2 tasks"::equals));
        waits("a.mp4", "b.mp4");
    }

    private Path film(String name) {
        try {
            return place.film(name, 1, 160, 90);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void submit(String step, Path... clips) throws Exception {
        Path out = folder.resolve("out");
        place.engine().submit(Stream.of(clips)
                .map(clip -> new Request(clip, recipe(step), new OutputWish().into(out), Priority.NORMAL)).toList());
    }

    private Recipe recipe(String step) {
        return place.engine().recipes().read(("{\"schema\":1,\"steps\":[" + step + "]}").replace('\'', '"')).value()
                .orElseThrow();
    }

    private void waits(String... names) {
        until("they wait in this order",
                () -> pane.model().waiting().stream().map(QueueRow::name).toList().equals(List.of(names)));
    }

    @SuppressWarnings("unchecked")
    private ListView<QueueRow> list(String lane) {
        return (ListView<QueueRow>) pane.lookup("#queue-" + lane);
    }

    private void focus(String lane) {
        until("it is there", () -> list(lane) != null && !list(lane).getItems().isEmpty());
        doFx(() -> list(lane).requestFocus());
        until("it has the keys", () -> list(lane).isFocused());
    }

    private Stream<Node> shown(String style) {
        return pane.lookupAll(style).stream().filter(n -> n.isVisible() && n.getScene() != null);
    }

    private Stream<String> text(String style) {
        return onFx(() -> shown(style).filter(Labeled.class::isInstance).map(n -> ((Labeled) n).getText()).toList()).stream();
    }
}
