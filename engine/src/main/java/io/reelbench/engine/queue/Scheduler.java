package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Placing;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queue: takes tasks, runs up to three at once by priority and order, and writes down what happens before it tells it. Safe for
 * any thread; only {@link #add} and {@link #close} block, the other commands give a future that completes when the change is written.
 * Commands leave out tasks that are gone or that they do not fit.
 */
public final class Scheduler implements AutoCloseable {

    private static final long CLOSING_SECONDS = 15;
    /** Tasks whose preparing hangs (a dead network drive) are left alone beside the others, so many at most. */
    private static final int MOST_SLOW = 8;

    private final TaskStore store;
    private final Map<String, TaskKind> kinds;
    private final InstantSource clock;
    private final Events events = new Events();
    private final Ids ids = new Ids();
    private final Map<String, Semaphore> finishing = new HashMap<>();
    private final Life.Desk desk = new LivesDesk();
    private final List<Text> openingTroubles;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final Lineup lineup = new Lineup(task -> lane(task).name());
    private final Map<String, Life> lives = new HashMap<>();
    private final Set<Life> inSlots = new HashSet<>();
    private final Map<String, Integer> retries = new HashMap<>();
    private Settings settings;
    private boolean open;
    private boolean held;
    private Optional<Text> broken = Optional.empty();

    /** Takes over what the store holds and settles what an earlier run left behind; nothing runs before {@link #start}. */
    public Scheduler(TaskStore store, List<TaskKind> kinds, Settings settings, InstantSource clock, Reaper reaper) {
        this.store = store;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::id, Function.identity()));
        this.settings = settings;
        this.clock = clock;
        Recovery recovery = new Recovery(this.kinds, reaper, new Placer(), clock, store);
        locked(() -> {
            store.tasks().forEach(lineup::put);
            changed(recovery.settled(store.tasks()), true);
        });
        this.openingTroubles = Stream.of(store.troubles(), recovery.troubles()).flatMap(List::stream).toList();
    }

    /** Tells listeners what went wrong at opening, and lets tasks run. */
    public void start() {
        locked(() -> {
            open = true;
            openingTroubles.forEach(this::tell);
            fill();
        });
    }

    /** Adds tasks in this order behind all others and returns when they are safe. */
    public List<Task> add(List<NewTask> asked) throws FailedException {
        List<Task> fresh = new ArrayList<>();
        CompletableFuture<Void> written = locking(() -> {
            asked.forEach(a -> fresh.add(Task.fresh(ids.next(), a, lineup.nextPosition(), clock.instant())));
            return saved(TaskStore.Change.durable(fresh), () -> accepted(fresh));
        });
        try {
            written.join();
            return List.copyOf(fresh);
        } catch (CompletionException e) {
            throw new FailedException(new Failure.Internal(QueueWords.STOPPED.with(e.getCause()).toString()), e);
        }
    }

    private void accepted(List<Task> fresh) {
        locked(() -> {
            fresh.forEach(lineup::put);
            events.tell(new TaskEvent.Added(List.copyOf(fresh)));
            fill();
        });
    }

    /** All tasks, in their order. */
    public List<Task> tasks() {
        return locking(lineup::inOrder);
    }

    public Optional<Task> task(String id) {
        return locking(() -> lineup.find(id));
    }

    /** The listener is called on one thread for all events, in order, and must be quick. */
    public Pin listen(Consumer<TaskEvent> listener) {
        return events.listen(listener);
    }

    /** What went wrong when the queue was opened; it was told to those who listened before {@link #start}. */
    public List<Text> openingTroubles() {
        return openingTroubles;
    }

    /** From now on so many run at once, 1 to 3; those that run already go on. */
    public void slots(int count) {
        locked(() -> {
            settings = settings.withSlots(count);
            fill();
        });
    }

    /** Whether the whole queue is stopped. */
    public boolean isHeld() {
        return locking(() -> held);
    }

    /** Why nothing runs any more; empty as long as all is well. */
    public Optional<Text> trouble() {
        return locking(() -> broken);
    }

    /** Holds back those that wait and stops those that run; their slots go to others. */
    public CompletableFuture<Void> pause(Collection<String> which) {
        return command(which, t -> t.state() == TaskState.WAITING || t.state() == TaskState.RUNNING || isHeldRun(t), task -> {
            Life life = lives.get(task.id());
            if (life != null && life.phase == Life.Phase.IN_SLOT) {
                life.phase = Life.Phase.STOPPED;
                inSlots.remove(life);
                life.pause();
            } else if (life != null && life.phase != Life.Phase.STOPPED) {
                drop(life);
            }
            return Optional.of(task.to(TaskState.PAUSED));
        });
    }

    /** Lets paused ones wait for a slot again; one that was stopped in the middle goes on where it was. */
    public CompletableFuture<Void> resume(Collection<String> which) {
        return command(which, t -> t.state() == TaskState.PAUSED && !isHeldRun(t), t -> Optional.of(t.to(TaskState.WAITING)));
    }

    /** Stops the whole queue: those that run stop and keep their slots. Lasts until it is lifted or the program ends. */
    public CompletableFuture<Void> pauseAll() {
        return locking(() -> {
            held = true;
            inSlots.forEach(Life::pause);
            ofSlots(TaskState.RUNNING, TaskState.PAUSED).forEach(this::shown);
            return saved(TaskStore.Change.nothing(), () -> events.tell(new TaskEvent.Held(true)));
        });
    }

    /** Lets the whole queue go on; what was paused by itself stays paused. */
    public CompletableFuture<Void> resumeAll() {
        return locking(() -> {
            held = false;
            inSlots.forEach(Life::resume);
            ofSlots(TaskState.PAUSED, TaskState.RUNNING).forEach(this::shown);
            fill();
            return saved(TaskStore.Change.nothing(), () -> events.tell(new TaskEvent.Held(false)));
        });
    }

    private List<Task> ofSlots(TaskState from, TaskState to) {
        return inSlots.stream().flatMap(l -> lineup.find(l.id()).stream()).filter(t -> t.state() == from).map(t -> t.to(to))
                .toList();
    }

    private boolean isHeldRun(Task task) {
        Life life = lives.get(task.id());
        return task.state() == TaskState.PAUSED && life != null && life.phase == Life.Phase.IN_SLOT;
    }

    /** Gives up those that are not over. One that runs is told to stop and becomes CANCELLED when it has; one that is just getting its name stays. */
    public CompletableFuture<Void> cancel(Collection<String> which) {
        return command(which, t -> !t.state().isOver(), task -> {
            Life life = lives.get(task.id());
            if (life == null || life.phase == Life.Phase.PREPARING || life.phase == Life.Phase.READY) {
                drop(life);
                return Optional.of(task.over(TaskState.CANCELLED, Task.Outcome.NONE, clock.instant()));
            }
            stop(life, Life.Stop.CANCEL);
            return Optional.empty();
        });
    }

    /** Runs failed, cancelled and skipped ones again. */
    public CompletableFuture<Void> retry(Collection<String> which) {
        return command(which, t -> t.state().isOver() && t.state() != TaskState.DONE, task -> {
            retries.remove(task.id());
            return Optional.of(task.again());
        });
    }

    public CompletableFuture<Void> prioritise(Collection<String> which, Priority priority) {
        return command(which, t -> t.priority() != priority, t -> Optional.of(t.prioritised(priority)));
    }

    /** Puts tasks to a spot of the order, as a group in their present order. Nothing happens when the spot is gone. */
    public CompletableFuture<Void> move(Collection<String> which, Spot spot) {
        return locking(() -> {
            List<Task> moved = lineup.moved(which, spot);
            moved.forEach(lineup::put);
            CompletableFuture<Void> written = saved(TaskStore.Change.durable(moved),
                    () -> events.tell(new TaskEvent.Reordered(moved)));
            fill();
            return written;
        });
    }

    /** Takes tasks off the list that are not being worked on; their outputs stay. */
    public CompletableFuture<Void> remove(Collection<String> which) {
        return locking(() -> removed(which.stream().flatMap(id -> lineup.find(id).stream()).filter(this::isIdle).toList()));
    }

    /** Puts tasks back that were taken off the list, as they were; those that are there already stay as they are. */
    public CompletableFuture<Void> putBack(Collection<Task> tasks) {
        return locking(() -> {
            List<Task> back = tasks.stream().filter(t -> !t.state().isActive() && lineup.find(t.id()).isEmpty()).toList();
            back.forEach(lineup::put);
            CompletableFuture<Void> written = saved(TaskStore.Change.durable(back),
                    () -> events.tell(new TaskEvent.Added(back)));
            fill();
            return written;
        });
    }

    /** Takes all that are done off the list; their outputs stay. */
    public CompletableFuture<Void> clearDone() {
        return locking(() -> removed(lineup.inOrder().stream().filter(t -> t.state() == TaskState.DONE).toList()));
    }

    private boolean isIdle(Task task) {
        Life life = lives.get(task.id());
        return life == null || life.phase == Life.Phase.PREPARING || life.phase == Life.Phase.READY;
    }

    private CompletableFuture<Void> removed(List<Task> tasks) {
        List<String> gone = tasks.stream().map(Task::id).toList();
        gone.forEach(id -> {
            drop(lives.get(id));
            lineup.remove(id);
            retries.remove(id);
        });
        CompletableFuture<Void> written = saved(new TaskStore.Change(List.of(), gone, true),
                () -> events.tell(new TaskEvent.Removed(gone)));
        fill();
        return written;
    }

    /** Stops those that run (they run again at the next start), lets those that are being placed end, and closes the store. */
    @Override
    public void close() {
        locked(() -> {
            open = false;
            ofSlots(TaskState.PAUSED, TaskState.RUNNING).forEach(lineup::put);
            List.copyOf(lives.values()).forEach(life -> {
                switch (life.phase) {
                    case PREPARING, READY -> drop(life);
                    case IN_SLOT, STOPPED -> stop(life, Life.Stop.CLOSE);
                    case FINISHING, PLACING, OVER -> {
                        // nearly there: waited for below
                    }
                }
            });
            awaitQuiet();
        });
        store.close();
        events.close();
    }

    private void awaitQuiet() {
        try {
            long left = TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
            while (!lives.isEmpty() && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- Who runs next ----

    /** Gives free slots to the first tasks that are ready and has those behind them prepared. */
    private void fill() {
        if (!open || held || broken.isPresent()) {
            return;
        }
        Set<String> inView = new HashSet<>();
        lineup.lanes().forEach(lane -> fill(lane, inView));
        dropAllBut(inView);
    }

    private void fill(String lane, Set<String> inView) {
        int slots = lineup.nextTurns(lane).findFirst().map(this::lane).orElse(Lane.HERE).slots().orElse(settings.slots());
        int taken = (int) inSlots.stream().filter(life -> life.lane().equals(lane)).count();
        int slow = 0;
        int look = Math.max(0, slots - taken) + settings.ahead();
        boolean inTurn = true;
        Set<String> seen = new HashSet<>();
        for (Task task : lineup.nextTurns(lane).limit(look + MOST_SLOW).toList()) {
            if (seen.size() - slow >= look) {
                break;
            }
            Optional<Life> life = lifeOf(task);
            seen.add(task.id());
            boolean waits = life.isPresent() && life.get().phase == Life.Phase.PREPARING;
            boolean ready = life.isPresent()
                    && (life.get().phase == Life.Phase.READY || life.get().phase == Life.Phase.STOPPED);
            if (waits && life.get().slow) {
                slow++;
            } else if (waits) {
                inTurn = false; // it will be ready at once: nobody behind it goes first
            } else if (ready && inTurn && taken < slots) {
                take(life.get(), task);
                taken++;
            }
        }
        inView.addAll(seen);
    }

    private Lane lane(Task task) {
        TaskKind kind = kinds.get(task.kind());
        return kind == null ? Lane.HERE : kind.lane(task);
    }

    private Optional<Life> lifeOf(Task task) {
        if (!lives.containsKey(task.id())) {
            TaskKind kind = kinds.get(task.kind());
            if (kind == null) {
                Failure unknown = new Failure.Internal(QueueWords.UNKNOWN_KIND.with(task.kind()).toString());
                changed(List.of(task.over(TaskState.FAILED, Task.Outcome.failed(unknown, Optional.empty()), clock.instant())),
                        true);
                return Optional.empty();
            }
            String lane = lane(task).name();
            Semaphore places = finishing.computeIfAbsent(lane, _ -> new Semaphore(settings.finishing()));
            Life life = new Life(task, kind, lane, desk, places, clock);
            lives.put(task.id(), life);
            life.begin();
            CompletableFuture.delayedExecutor(settings.patience().toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> losePatience(life));
        }
        return Optional.of(lives.get(task.id()));
    }

    private void losePatience(Life life) {
        locked(() -> {
            if (life.phase == Life.Phase.PREPARING && lives.containsValue(life)) {
                life.slow = true;
                fill();
            }
        });
    }

    private void take(Life life, Task task) {
        boolean fresh = life.phase == Life.Phase.READY;
        life.phase = Life.Phase.IN_SLOT;
        inSlots.add(life);
        changed(List.of(fresh ? task.started(clock.instant()) : task.to(TaskState.RUNNING)), false);
        if (fresh) {
            life.giveSlot();
        } else {
            life.resume();
        }
    }

    /** What is no longer among the next ones is prepared again when its turn comes. */
    private void dropAllBut(Set<String> inView) {
        List<Life> past = lives.values().stream().filter(l -> !inView.contains(l.id()))
                .filter(l -> l.phase == Life.Phase.PREPARING || l.phase == Life.Phase.READY).toList();
        past.forEach(this::drop);
    }

    private void drop(Life life) {
        if (life != null && lives.remove(life.id(), life)) {
            life.stop = Life.Stop.DROP;
            life.interrupt();
        }
    }

    private void stop(Life life, Life.Stop why) {
        switch (life.phase) {
            case IN_SLOT, STOPPED -> {
                life.stop = why;
                life.end();
            }
            case FINISHING -> {
                life.stop = why;
                life.interrupt();
            }
            case PREPARING, READY, PLACING, OVER -> {
                // not begun, or too late
            }
        }
    }

    // ---- What lives report ----

    private final class LivesDesk implements Life.Desk {

        @Override
        public void ready(Life life) {
            locked(() -> {
                if (life.stop == Life.Stop.NO) {
                    life.phase = Life.Phase.READY;
                    fill();
                }
            });
        }

        @Override
        public void leaveSlot(Life life, boolean toVerify) {
            locked(() -> {
                life.phase = toVerify ? Life.Phase.FINISHING : Life.Phase.OVER;
                inSlots.remove(life);
                fill();
                lineup.find(life.id()).filter(t -> toVerify).ifPresent(t -> shown(t.to(TaskState.VERIFYING)));
            });
        }

        @Override
        public void started(Life life, Child child) {
            locked(() -> lineup.find(life.id()).ifPresent(t -> changed(List.of(t.with(child)), false)));
        }

        @Override
        public void placing(Life life, List<Placing> intents) throws FailedException {
            CompletableFuture<Void> written = locking(() -> {
                if (life.stop != Life.Stop.NO) {
                    return CompletableFuture.failedFuture(new IllegalStateException(life.stop.toString()));
                }
                life.phase = Life.Phase.PLACING;
                return changed(lineup.find(life.id()).map(t -> t.placing(intents)).stream().toList(), true);
            });
            try {
                written.join();
            } catch (CompletionException e) {
                throw new FailedException(new Failure.Internal(String.valueOf(e.getCause().getMessage())), e);
            }
        }

        @Override
        public void progressed(Life life, TaskEvent.Progressed event) {
            if (life.phase == Life.Phase.IN_SLOT) {
                events.tell(event);
            }
        }

        @Override
        public void ended(Life life, Life.End end) {
            locked(() -> {
                life.phase = Life.Phase.OVER;
                inSlots.remove(life);
                if (lives.remove(life.id(), life)) {
                    changed(lineup.find(life.id()).map(t -> after(t, end)).stream().toList(), true);
                }
                fill();
                quiet.signalAll();
            });
        }
    }

    private Task after(Task task, Life.End end) {
        return switch (end) {
            case Life.End.Well(TaskKind.Finished.Done(var results, var notes)) ->
                over(task, TaskState.DONE, Task.Outcome.made(results, notes));
            case Life.End.Well(TaskKind.Finished.LeftAlone(var there)) -> over(task, TaskState.SKIPPED,
                    Task.Outcome.made(there.stream().map(p -> new Task.Result(p, 0)).toList(), List.of()));
            case Life.End.Badly(Failure failure, var log) -> {
                int before = retries.getOrDefault(task.id(), 0);
                if (settings.retries().again(failure, before)) {
                    retries.put(task.id(), before + 1);
                    yield task.again();
                }
                yield over(task, TaskState.FAILED, Task.Outcome.failed(failure, log));
            }
            case Life.End.Stopped(Life.Stop why) when why == Life.Stop.CANCEL ->
                over(task, TaskState.CANCELLED, Task.Outcome.NONE);
            case Life.End.Stopped(Life.Stop why) -> task.again();
        };
    }

    private Task over(Task task, TaskState end, Task.Outcome outcome) {
        retries.remove(task.id());
        return task.over(end, outcome, clock.instant());
    }

    // ---- Writing down and telling ----

    private CompletableFuture<Void> command(Collection<String> which, Predicate<Task> fits,
            Function<Task, Optional<Task>> change) {
        return locking(() -> {
            List<Task> now = new ArrayList<>();
            for (String id : which) {
                lineup.find(id).filter(fits).flatMap(change).ifPresent(now::add);
            }
            CompletableFuture<Void> written = changed(now, true);
            fill();
            return written;
        });
    }

    private CompletableFuture<Void> changed(List<Task> now, boolean durable) {
        now.forEach(lineup::put);
        return saved(new TaskStore.Change(now, List.of(), durable),
                () -> now.forEach(t -> events.tell(new TaskEvent.Changed(t))));
    }

    /** Not worth writing: after a restart it runs again all the same. */
    private void shown(Task now) {
        lineup.put(now);
        saved(TaskStore.Change.nothing(), () -> events.tell(new TaskEvent.Changed(now)));
    }

    /** Always under the lock, so that changes are written and told in the order in which they happened. */
    private CompletableFuture<Void> saved(TaskStore.Change change, Runnable told) {
        return store.save(change).whenComplete((nothing, error) -> {
            if (error == null) {
                told.run();
            } else {
                breakDown(error);
            }
        });
    }

    private void breakDown(Throwable error) {
        locked(() -> {
            if (broken.isEmpty()) {
                Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
                broken = Optional.of(QueueWords.STOPPED.with(cause.getMessage()));
                tell(broken.get());
            }
        });
    }

    private void tell(Text trouble) {
        events.tell(new TaskEvent.Trouble(trouble));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locking(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
