package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SchedulerTest {

    private final FakeKind kind = new FakeKind();
    private final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private Scheduler queue;

    @AfterEach
    void close() {
        if (queue != null) {
            queue.close();
        }
    }

    @Test
    void threeRunAndTheNextOnesArePrepared() throws Exception {
        open(3);
        queue.add(Asked.all("a", "b", "c", "d", "e", "f"));
        runs("a", "b", "c");
        await().until(() -> kind.notes.containsAll(List.of("prepare d", "prepare e")));
        assertThat(kind.notes).doesNotContain("prepare f");
        end("b");
        runs("a", "c", "d");
        await().until(() -> kind.notes.contains("prepare f"));
        assertThat(kind.mostAtOnce).hasValue(3);
    }

    @Test
    void lanesNeverWaitForEachOther() throws Exception {
        open(1);
        queue.add(Asked.all("remote a", "remote b", "remote c", "d", "e"));
        runs("d", "remote a");
        end("d");
        runs("e", "remote a");
        end("remote a");
        runs("e", "remote b");
        end("e");
        end("remote b");
        runs("remote c");
        assertThat(kind.mostAtOnce).hasValue(2);
    }

    @Test
    void aTaskEndsWithItsResults() throws Exception {
        open(1);
        Task added = queue.add(Asked.all("a")).getFirst();
        assertThat(added.state()).isEqualTo(TaskState.WAITING);
        runs("a");
        assertThat(queue.task(added.id()).get().times().started()).contains(clock.instant());
        end("a");
        Task done = becomes(added.id(), TaskState.DONE);
        assertThat(done.outcome().results()).singleElement().extracting(Task.Result::bytes).isEqualTo(7L);
        assertThat(done.outcome().notes()).hasSize(1);
        assertThat(done.trail()).isEqualTo(Task.Trail.NONE);
        await().until(() -> states("a").equals(
                List.of(TaskState.WAITING, TaskState.RUNNING, TaskState.VERIFYING, TaskState.VERIFYING, TaskState.DONE)));
    }

    @Test
    void theSlotIsFreeWhileAProductIsChecked() throws Exception {
        open(1);
        CountDownLatch check = new CountDownLatch(1);
        kind.slowToFinish.put("a", check);
        List<Task> tasks = queue.add(Asked.all("a", "b"));
        runs("a");
        end("a");
        runs("b");
        assertThat(queue.task(tasks.getFirst().id()).get().state()).isEqualTo(TaskState.VERIFYING);
        check.countDown();
        becomes(tasks.getFirst().id(), TaskState.DONE);
    }

    @Test
    void checkingCannotPileUp() throws Exception {
        Settings settings = new Settings(1, 2, 2, Duration.ofSeconds(30), RetryPolicy.ONCE);
        open(new MemoryTaskStore(), settings);
        CountDownLatch check = new CountDownLatch(1);
        for (String name : List.of("a", "b", "c")) {
            kind.slowToFinish.put(name, check);
        }
        queue.add(Asked.all("a", "b", "c", "d"));
        for (String name : List.of("a", "b", "c")) {
            runs(name);
            end(name);
        }
        await().until(() -> kind.running.isEmpty());
        await().during(Duration.ofMillis(100)).until(() -> !kind.notes.contains("run d"));
        check.countDown();
        runs("d");
    }

    @Test
    void priorityThenOrderDecides() throws Exception {
        open(1);
        queue.add(Asked.all("first"));
        runs("first");
        List<Task> tasks = queue.add(List.of(Asked.named("low", Priority.LOW), Asked.named("normal 1"), Asked.named("normal 2"),
                Asked.named("high", Priority.HIGH)));
        queue.prioritise(List.of(tasks.getFirst().id()), Priority.HIGH).join();
        queue.move(List.of(tasks.get(2).id()), new Spot.Before(tasks.get(1).id())).join();
        for (String name : List.of("first", "low", "high", "normal 2", "normal 1")) {
            runs(name);
            end(name);
        }
    }

    @Test
    void aSlowNeighbourIsOvertakenOnlyAfterAWhile() throws Exception {
        Settings settings = new Settings(1, 2, 4, Duration.ofMillis(150), RetryPolicy.ONCE);
        open(new MemoryTaskStore(), settings);
        CountDownLatch drive = new CountDownLatch(1);
        kind.slowToPrepare.put("slow", drive);
        queue.add(Asked.all("slow", "b"));
        await().until(() -> kind.notes.contains("prepare b"));
        runs("b");
        drive.countDown();
        await().until(() -> kind.notes.contains("prepare slow"));
        end("b");
        runs("slow");
    }

    @Test
    void theFirstOneIsWaitedForShortly() throws Exception {
        open(1);
        CountDownLatch drive = new CountDownLatch(1);
        kind.slowToPrepare.put("a", drive);
        queue.add(Asked.all("a", "b"));
        await().until(() -> kind.notes.contains("prepare b"));
        drive.countDown();
        runs("a");
    }

    @Test
    void pausingOneGivesItsSlotAwayAndItGoesOnWhereItWas() throws Exception {
        open(1);
        List<Task> tasks = queue.add(Asked.all("a", "b"));
        runs("a");
        queue.pause(List.of(tasks.getFirst().id())).join();
        runs("a", "b");
        await().until(() -> kind.notes.contains("pause a"));
        assertThat(queue.task(tasks.getFirst().id()).get().state()).isEqualTo(TaskState.PAUSED);
        queue.resume(List.of(tasks.getFirst().id())).join();
        assertThat(queue.task(tasks.getFirst().id()).get().state()).isEqualTo(TaskState.WAITING);
        assertThat(kind.notes).doesNotContain("resume a");
        end("b");
        await().until(() -> kind.notes.contains("resume a"));
        end("a");
        becomes(tasks.getFirst().id(), TaskState.DONE);
    }

    @Test
    void aWaitingOneIsHeldBack() throws Exception {
        open(1);
        List<Task> tasks = queue.add(Asked.all("a", "b", "c"));
        runs("a");
        queue.pause(List.of(tasks.get(1).id())).join();
        end("a");
        runs("c");
        queue.resume(List.of(tasks.get(1).id())).join();
        end("c");
        runs("b");
    }

    @Test
    void theWholeQueueStopsAndGoesOn() throws Exception {
        open(2);
        List<Task> tasks = queue.add(Asked.all("a", "b", "c", "d"));
        runs("a", "b");
        queue.pause(List.of(tasks.get(3).id())).join();
        queue.pauseAll().join();
        await().until(() -> kind.notes.containsAll(List.of("pause a", "pause b")));
        end("a");
        becomes(tasks.getFirst().id(), TaskState.DONE);
        assertThat(kind.running).containsOnlyKeys("b");
        queue.resumeAll().join();
        runs("b", "c");
        await().until(() -> kind.notes.contains("resume b"));
        assertThat(queue.task(tasks.get(3).id()).get().state()).isEqualTo(TaskState.PAUSED);
        await().until(() -> events.containsAll(List.of(new TaskEvent.Held(true), new TaskEvent.Held(false))));
    }

    @Test
    void cancellingReachesEveryState() throws Exception {
        open(1);
        CountDownLatch check = new CountDownLatch(1);
        kind.slowToFinish.put("checked", check);
        List<Task> tasks = queue.add(Asked.all("checked", "running", "ready", "waiting", "held"));
        runs("checked");
        end("checked");
        runs("running");
        queue.pause(List.of(tasks.get(4).id())).join();
        queue.cancel(tasks.stream().map(Task::id).toList()).join();
        for (Task task : tasks) {
            becomes(task.id(), TaskState.CANCELLED);
        }
        assertThat(kind.notes).contains("cancel running", "sweep running", "sweep checked").doesNotContain("run ready",
                "sweep waiting", "placed checked");
    }

    @Test
    void aStoppedOneCanBeCancelled() throws Exception {
        open(1);
        Task task = queue.add(Asked.all("a")).getFirst();
        runs("a");
        queue.pause(List.of(task.id())).join();
        queue.cancel(List.of(task.id())).join();
        becomes(task.id(), TaskState.CANCELLED);
        assertThat(kind.notes).contains("cancel a", "sweep a");
    }

    @Test
    void aCrashIsTriedAgainOnceAndThenByHand() throws Exception {
        open(1);
        Failure crash = new Failure.Crashed("a", "signal 11");
        kind.failures.put("a", crash);
        Task task = queue.add(Asked.all("a")).getFirst();
        runs("a");
        end("a");
        await().until(() -> queue.task(task.id()).get().attempt() == 2);
        kind.failures.put("a", crash);
        runs("a");
        end("a");
        assertThat(becomes(task.id(), TaskState.FAILED).outcome().failure()).contains(crash);
        queue.retry(List.of(task.id())).join();
        runs("a");
        end("a");
        assertThat(becomes(task.id(), TaskState.DONE).attempt()).isEqualTo(3);
        assertThat(kind.notes.stream().filter("sweep a"::equals)).hasSize(2);
    }

    @Test
    void otherFailuresAreNotTriedAgain() throws Exception {
        open(1);
        kind.failures.put("a", new Failure.DiskFull("/out"));
        kind.quick = true;
        List<Task> tasks = queue.add(Asked.all("a", "b"));
        assertThat(becomes(tasks.getFirst().id(), TaskState.FAILED).attempt()).isEqualTo(1);
        becomes(tasks.get(1).id(), TaskState.DONE);
    }

    @Test
    void whatIsThereAndToBeLeftAloneIsSkipped() throws Exception {
        open(1);
        Task task = queue.add(Asked.all("unwanted")).getFirst();
        assertThat(becomes(task.id(), TaskState.SKIPPED).outcome().results()).hasSize(1);
    }

    @Test
    void anUnknownKindFailsAndTheOthersGoOn() throws Exception {
        open(1);
        kind.quick = true;
        NewTask odd = Asked.named("odd");
        List<Task> tasks = queue.add(List.of(
                new NewTask("b", "tomorrow", "odd", "{}", List.of(), "{}", Priority.NORMAL), odd));
        assertThat(becomes(tasks.getFirst().id(), TaskState.FAILED).outcome().failure().get().headline().toString())
                .contains("tomorrow");
        becomes(tasks.get(1).id(), TaskState.DONE);
    }

    @Test
    void tasksAreTakenOffTheListUnlessTheyRun() throws Exception {
        open(1);
        List<Task> tasks = queue.add(Asked.all("a", "b", "c"));
        runs("a");
        end("a");
        becomes(tasks.getFirst().id(), TaskState.DONE);
        runs("b");
        queue.remove(tasks.stream().skip(1).map(Task::id).toList()).join();
        assertThat(queue.tasks()).extracting(Task::name).containsExactly("a", "b");
        queue.clearDone().join();
        assertThat(queue.tasks()).extracting(Task::name).containsExactly("b");
    }

    @Test
    void progressNeverGoesBack() throws Exception {
        open(1);
        queue.add(Asked.all("a"));
        runs("a");
        for (double fraction : new double[]{0.1, 0.5, 0.4, 0.6}) {
            int before = progress().size();
            kind.running.get("a").run.progress(Progress.of(fraction));
            await().until(() -> progress().size() > before);
        }
        assertThat(progress()).containsExactly(0.1, 0.5, 0.5, 0.6);
    }

    @Test
    void closingLetsThemRunAgainAtTheNextStart() throws Exception {
        open(1);
        List<Task> tasks = queue.add(Asked.all("a", "b"));
        runs("a");
        queue.close();
        assertThat(queue.tasks()).extracting(Task::state).containsOnly(TaskState.WAITING);
        assertThat(queue.task(tasks.getFirst().id()).get().attempt()).isEqualTo(2);
        assertThat(kind.notes).contains("cancel a", "sweep a");
        queue = null;
    }

    @Test
    void aStoreThatFailsStopsTheQueueAndSaysSo() throws Exception {
        FailingStore store = new FailingStore();
        open(store, Settings.USUAL.withSlots(1));
        queue.add(Asked.all("a", "b"));
        runs("a");
        store.fails = true;
        assertThatThrownBy(() -> queue.add(Asked.all("c"))).isInstanceOf(FailedException.class).hasMessageContaining("disk");
        assertThat(queue.trouble()).isPresent();
        end("a");
        await().until(() -> events.stream().anyMatch(TaskEvent.Trouble.class::isInstance));
        await().during(Duration.ofMillis(100)).until(() -> !kind.notes.contains("run b"));
    }

    @Test
    void aListenerMayLetGoAndMayFail() throws Exception {
        open(1);
        List<TaskEvent> short_ = Collections.synchronizedList(new ArrayList<>());
        Pin broken = queue.listen(event -> {
            throw new IllegalStateException("listener");
        });
        Pin pin = queue.listen(short_::add);
        queue.add(Asked.all("a"));
        runs("a");
        await().until(() -> !short_.isEmpty());
        pin.close();
        broken.close();
        int heard = short_.size();
        end("a");
        await().until(() -> states("a").contains(TaskState.DONE));
        assertThat(short_.size()).isLessThanOrEqualTo(heard + 1);
    }

    @Test
    void reorderingFindsRoomHoweverOften() throws Exception {
        open(1);
        queue.pauseAll().join();
        List<Task> tasks = queue.add(Asked.many(20));
        for (int i = 0; i < 100; i++) {
            queue.move(List.of(tasks.get(19 - i % 2).id()), new Spot.After(tasks.getFirst().id())).join();
        }
        assertThat(queue.tasks().stream().limit(3).map(Task::name)).containsExactly("clip 0", "clip 18", "clip 19");
        queue.move(List.of(tasks.get(5).id(), tasks.get(3).id()), new Spot.Top()).join();
        assertThat(queue.tasks().stream().limit(2).map(Task::name)).containsExactly("clip 3", "clip 5");
        queue.move(List.of(tasks.get(3).id()), new Spot.Bottom()).join();
        assertThat(queue.tasks().getLast().name()).isEqualTo("clip 3");
        queue.move(List.of(tasks.get(3).id()), new Spot.Before("gone")).join();
        assertThat(queue.tasks().getLast().name()).isEqualTo("clip 3");
    }

    @Test
    void hundredsOfQuickOnesAllEndOnce() throws Exception {
        open(3);
        kind.quick = true;
        queue.add(Asked.many(500));
        await().until(() -> queue.tasks().stream().allMatch(t -> t.state() == TaskState.DONE));
        assertThat(kind.notes.stream().filter(n -> n.startsWith("run "))).hasSize(500);
        assertThat(kind.mostAtOnce.get()).isLessThanOrEqualTo(3);
    }

    private static final class FailingStore implements TaskStore {
        private volatile boolean fails;

        @Override
        public List<Task> tasks() {
            return List.of();
        }

        @Override
        public List<io.reelbench.engine.problem.Text> troubles() {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> save(Change change) {
            return fails
                    ? CompletableFuture.failedFuture(new java.io.IOException("the disk is full"))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // nothing is kept
        }
    }

    /** The usual way to wait looks only ten times a second. */
    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    }

    private void open(int slots) {
        open(new MemoryTaskStore(), new Settings(slots, 2, 4, Duration.ofSeconds(30), RetryPolicy.ONCE));
    }

    private void open(TaskStore store, Settings settings) {
        queue = new Scheduler(store, List.of(kind), settings, clock, child -> {});
        queue.listen(events::add);
        queue.start();
    }

    private void runs(String... names) {
        await().until(() -> kind.running.keySet().equals(java.util.Set.of(names)));
    }

    private void end(String name) {
        FakeKind.Running now = kind.running.get(name);
        now.end();
        await().until(() -> kind.running.get(name) != now);
    }

    private Task becomes(String id, TaskState state) {
        await().until(() -> queue.task(id).get().state() == state);
        return queue.task(id).get();
    }

    private List<TaskState> states(String name) {
        synchronized (events) {
            return events.stream().flatMap(e -> switch (e) {
                case TaskEvent.Added(var tasks) -> tasks.stream();
                case TaskEvent.Changed(Task task) -> Stream.of(task);
                default -> Stream.<Task>empty();
            }).filter(t -> t.name().equals(name)).map(Task::state).toList();
        }
    }

    private List<Double> progress() {
        synchronized (events) {
            return events.stream().filter(TaskEvent.Progressed.class::isInstance).map(TaskEvent.Progressed.class::cast)
                    .map(p -> p.progress().fraction().getAsDouble()).toList();
        }
    }
}
