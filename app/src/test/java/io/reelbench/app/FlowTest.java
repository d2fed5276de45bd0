package io.reelbench.app;

import static io.reelbench.app.Workplace.doFx;
import static io.reelbench.app.Workplace.onFx;
import static io.reelbench.app.Workplace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Theme;
import io.reelbench.app.look.WhyNot;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Session;
import io.reelbench.app.shell.Window;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/** What a person does from one end to the other, in the whole window with the real engine. */
@ExtendWith(ApplicationExtension.class)
class FlowTest {

    @TempDir
    private Path folder;
    private Stage stage;
    private Workplace place;
    private Window window;
    private Session session;

    @Start
    void show(Stage shown) throws Exception {
        Theme.load();
        stage = shown;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(700);
        open();
        stage.show();
    }

    private void open() throws Exception {
        place = Workplace.in(folder);
        window = new Window(place.room());
        stage.setScene(window.scene());
        session = new Session(place.room());
        session.open();
        window.opened(() -> {
        });
    }

    @AfterEach
    void close() {
        doFx(() -> {
            session.close();
            window.close();
        });
        place.close();
    }

    private void fire(String action) {
        doFx(() -> place.room().actions().find(action).fire());
    }

    private List<Clip> bring(Path... files) {
        int expected = files.length;
        doFx(() -> window.bring(List.of(files)));
        until("the clips are there", () -> place.desk().clips().size() >= expected
                && place.desk().clips().stream().allMatch(c -> c.media().isPresent()));
        return onFx(() -> List.copyOf(place.desk().clips()));
    }

    private void untilPlanned() {
        until("the plans are made",
                () -> place.desk().selected().stream().allMatch(c -> c.planning().get() instanceof Planning.Ready)
                        && place.room().actions().find("add-to-queue").possible().get());
    }

    private List<Task> untilAll(TaskState state, int count) {
        until(count + " tasks are " + state,
                () -> place.engine().tasks().size() == count
                        && place.engine().tasks().stream().allMatch(t -> t.state() == state));
        return place.engine().tasks();
    }

    private boolean says(FxRobot robot, String words) {
        return robot.lookup(n -> n instanceof Labeled l && n.isVisible() && l.getText() != null && l.getText().contains(words))
                .tryQuery().isPresent();
    }

    @Test
    void eachClipsOwnRangesTimesTheOneRecipeGoIntoTheQueueWithOneClick(FxRobot robot) throws Exception {
        List<Clip> clips = bring(place.film("joined.mp4", 6, 160, 90), place.film("pieces.mp4", 6, 160, 90),
                place.film("one.mp4", 6, 160, 90), place.film("whole.mp4", 2, 160, 90));
        Map<String, Cuts> cuts = Map.of("joined.mp4", Cuts.of(List.of(ms(400, 2400), ms(3000, 5000))), "pieces.mp4",
                Cuts.of(List.of(ms(0, 1200), ms(2000, 5000))).making(Cuts.Making.FILES), "one.mp4",
                Cuts.of(List.of(ms(520, 3560))));
        doFx(() -> {
            clips.forEach(c -> place.desk().cut(c, Text.verbatim("Cut"), null, own -> cuts.getOrDefault(c.name(), own)));
            place.desk().select(clips);
            place.desk().edit(Text.verbatim("Add"),
                    d -> d.recipe(List.of(Card.of("scale").with("width", List.of("80"))), _ -> false));
        });
        untilPlanned();
        until("the plan line", () -> says(robot, "4 clips → 5 files") && says(robot, "3 of 4 clips with ranges of their own"));
        assertThat(says(robot, "Steps differ")).as("ranges are no other steps").isFalse();
        fire("add-to-queue");
        Map<String, Task> done = untilAll(TaskState.DONE, 4).stream()
                .collect(java.util.stream.Collectors.toMap(Task::name, t -> t));
        assertThat(seconds(made(done.get("joined.mp4")))).isEqualTo(4);
        assertThat(seconds(made(done.get("one.mp4")))).isEqualTo(3.04);
        assertThat(seconds(made(done.get("whole.mp4")))).isEqualTo(2);
        try (var pieces = Files.list(made(done.get("pieces.mp4")))) {
            assertThat(pieces.filter(f -> f.toString().endsWith(".mp4")).sorted().map(this::seconds)).containsExactly(1.2, 3.0);
        }
    }

    private static long[] ms(long from, long to) {
        return new long[]{from * 1000, to * 1000};
    }

    private static Path made(Task task) {
        return task.outcome().results().getFirst().file();
    }

    /** How long its picture is. */
    private double seconds(Path film) {
        try {
            Media media = place.engine().probe(film);
            assertThat(media.video().orElseThrow().upright().width()).isEqualTo(80);
            return media.video().orElseThrow().facts().lengthUs().orElseThrow() / 1e6;
        } catch (FailedException | InterruptedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void aRestartRemembersRangesTheirNamesAndColours() throws Exception {
        Clip clip = bring(place.film("film.mp4", 4, 160, 90)).getFirst();
        Cuts cuts = Cuts.of(List.of(ms(400, 1400), ms(2000, 3000))).making(Cuts.Making.FILES)
                .change(0, p -> p.named("Snow").coloured(4)).change(1, p -> p.at(2_000_000, Cuts.OPEN));
        doFx(() -> place.desk().cut(clip, Text.verbatim("Cut"), null, _ -> cuts));
        close();
        doFx(this::reopen);
        until("the clip is back", () -> !place.desk().clips().isEmpty());
        assertThat(onFx(() -> place.desk().clips().getFirst().draft().get().cuts())).isEqualTo(cuts);
        assertThat(onFx(() -> place.desk().newcomers().get().ops())).as("others get no ranges").isEmpty();
    }

    private void reopen() {
        try {
            open();
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void withKeysAloneAClipBecomesAProvenOutput(FxRobot robot) throws Exception {
        Path film = place.film("film.mp4", 2, 320, 180);
        bring(film);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        robot.write("compress").type(KeyCode.ENTER);
        assertThat(onFx(() -> place.desk().clips().getFirst().draft().get().ops())).containsExactly("compress");
        untilPlanned();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        Task task = untilAll(TaskState.DONE, 1).getFirst();
        Path output = task.outcome().results().getFirst().file();
        assertThat(output).isRegularFile().hasParentRaw(film.getParent());
        assertThat(place.engine().probe(output).lengthUs().orElseThrow()).isBetween(1_900_000L, 2_100_000L);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        until("the proof stands in the queue", () -> says(robot, "0:02"));
    }

    @Test
    void aBatchOfTenRunsThreeAtATime() throws Exception {
        List<Path> films = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            films.add(place.film("film " + i + ".mp4", 1, 160, 90));
        }
        AtomicInteger most = new AtomicInteger();
        var pin = place.engine().listen(_ -> most.accumulateAndGet((int) place.engine().tasks().stream()
                .filter(t -> t.state() == TaskState.RUNNING).count(), Math::max));
        bring(films.toArray(Path[]::new));
        fire("select-all");
        fire("add-step:scale");
        doFx(() -> place.desk().edit(Text.verbatim("Set width"), d -> d.change(0, c -> c.with(Map.of("width", List.of("80"))))));
        untilPlanned();
        fire("add-to-queue");
        List<Task> done = untilAll(TaskState.DONE, 10);
        assertThat(done.stream().map(t -> t.outcome().results().getFirst().file()).distinct()).hasSize(10)
                .allSatisfy(f -> assertThat(f).isRegularFile());
        assertThat(most.get()).isBetween(1, 3);
        pin.close();
    }

    @Test
    void aFailureSaysWhyAndCanBeMended(FxRobot robot) throws Exception {
        Path film = place.film("film.mp4", 1, 160, 90);
        bring(film);
        fire("add-step:compress");
        untilPlanned();
        place.engine().pauseAll().join();
        fire("add-to-queue");
        untilAll(TaskState.WAITING, 1);
        Path away = film.resolveSibling("away.mp4");
        Files.move(film, away);
        place.engine().resumeAll().join();
        Task failed = untilAll(TaskState.FAILED, 1).getFirst();
        assertThat(failed.outcome().failure()).containsInstanceOf(Failure.Missing.class);
        fire("toggle-queue");
        until("the cause is said", () -> says(robot, WhyNot.of(failed.outcome().failure().orElseThrow())));
        Files.move(away, film);
        NodeQuery retry = robot.lookup((Labeled l) -> "Retry".equals(l.getText()) && l.isVisible());
        until("it can be tried again", () -> retry.tryQuery().isPresent());
        robot.clickOn(retry.<Labeled>query());
        untilAll(TaskState.DONE, 1);
    }

    @Test
    void whatWasDoneCanBeUndoneAndDoneAgain(FxRobot robot) throws Exception {
        bring(place.film("film.mp4", 1, 160, 90));
        fire("add-step:compress");
        untilPlanned();
        place.engine().pauseAll().join();
        fire("add-to-queue");
        untilAll(TaskState.WAITING, 1);
        until("it can be undone", () -> place.desk().history().undoable().get().contains("task"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        until("the task is gone", () -> place.engine().tasks().stream().noneMatch(t -> t.state() == TaskState.WAITING));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(onFx(() -> place.desk().clips().getFirst().draft().get().cards())).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(onFx(() -> place.desk().clips().size())).isZero();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        until("all of it is done again", () -> place.desk().clips().getFirst().draft().get().ops().equals(List.of("compress"))
                && place.engine().tasks().stream().anyMatch(t -> t.state() == TaskState.WAITING));
    }

    @Test
    void aRestartBringsClipsRecipesAndQueueBack(FxRobot robot) throws Exception {
        // long enough to be still at it when the window is there again
        bring(place.film("film.mp4", 10, 1280, 720), place.film("other.mp4", 10, 1280, 720));
        fire("select-all");
        fire("add-step:compress");
        untilPlanned();
        place.engine().pauseAll().join();
        fire("add-to-queue");
        untilAll(TaskState.WAITING, 2);
        close();
        doFx(() -> {
            try {
                open();
            } catch (Exception wrong) {
                throw new IllegalStateException(wrong);
            }
        });
        assertThat(onFx(() -> place.desk().clips().stream().map(Clip::name).toList())).containsExactly("film.mp4", "other.mp4");
        assertThat(onFx(() -> place.desk().clips().getFirst().draft().get().ops())).containsExactly("compress");
        until("the queue says what it restored", () -> says(robot, "Restored 2 tasks"));
        untilAll(TaskState.DONE, 2);
    }

    /** Regions may give a key a meaning of their own while the focus is in them. */
    @Test
    void noKeyMeansTwoThingsAtOnce() throws Exception {
        bring(place.film("film.mp4", 1, 160, 90));
        fire("add-step:compress");
        untilPlanned();
        List<String> keys = onFx(() -> place.room().actions().all().stream().filter(a -> a.possible().get())
                .flatMap(a -> a.key().stream()).map(KeyCombination::getName).toList());
        assertThat(keys).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(place.room().actions().all()).extracting(Action::title).doesNotContain("", (String) null);
    }
}
