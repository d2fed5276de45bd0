package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of one task, on a virtual thread of its own, from preparing to the record of how it ended. {@link #story} is the whole of it. */
final class Life implements Runnable, TaskKind.Run {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    enum Phase {
        PREPARING, READY, IN_SLOT,
        /** In the middle, its process stopped, its slot given to another. */
        STOPPED, FINISHING,
        /** Names are being given: too late to stop. */
        PLACING, OVER
    }

    /** Why it shall end early. */
    enum Stop {
        NO,
        /** It has not run yet, and its turn has gone. */
        DROP, CANCEL, CLOSE
    }

    /** What its process shall do. */
    private enum Wish {
        GO, PAUSE, END
    }

    /** What it tells the scheduler. */
    interface Desk {

        void ready(Life life);

        /** The run is over; whether its product is checked next, or there is none. */
        void leaveSlot(Life life, boolean toVerify);

        void started(Life life, Child child);

        /** Returns when it is written down; fails when it must not go on. */
        void placing(Life life, List<Placing> intents) throws FailedException;

        void progressed(Life life, TaskEvent.Progressed event);

        void ended(Life life, End end);
    }

    /** How it ended. */
    sealed interface End {
        record Well(TaskKind.Finished finished) implements End {
        }

        record Badly(Failure failure, Optional<Task.Log> log) implements End {
        }

        record Stopped(Stop why) implements End {
        }
    }

    private final Task task;
    private final TaskKind kind;
    private final String lane;
    private final Desk desk;
    private final Semaphore finishing;
    private final InstantSource clock;
    private final CountDownLatch slot = new CountDownLatch(1);
    private final Thread thread;

    // These are the scheduler's, and change under its lock.
    volatile Phase phase = Phase.PREPARING;
    volatile Stop stop = Stop.NO;
    boolean slow;

    private volatile Wish wish = Wish.GO;
    private Wish obeyed = Wish.GO;
    private TaskKind.Handle handle;
    private Eta eta;
    private Instant pausedSince;
    private volatile Optional<Task.Log> log = Optional.empty();

    Life(Task task, TaskKind kind, String lane, Desk desk, Semaphore finishing, InstantSource clock) {
        this.task = task;
        this.kind = kind;
        this.lane = lane;
        this.desk = desk;
        this.finishing = finishing;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("task-" + task.id()).unstarted(this);
    }

    void begin() {
        thread.start();
    }

    String id() {
        return task.id();
    }

    String lane() {
        return lane;
    }

    @Override
    public void run() {
        End end;
        try {
            end = story();
        } catch (FailedException e) {
            LOG.info("{} failed: {}", task.name(), e.getMessage(), e);
            end = new End.Badly(e.failure(), log);
        } catch (InterruptedException e) {
            end = new End.Badly(new Failure.Internal("interrupted"), log);
        } catch (RuntimeException | Error e) {
            LOG.error("{} broke", task.name(), e);
            end = new End.Badly(new Failure.Internal(e.toString()), log);
        }
        desk.ended(this, cleanedUp(end));
    }

    private End story() throws FailedException, InterruptedException {
        return switch (kind.prepare(task)) {
            case TaskKind.Unwanted(var there) -> new End.Well(new TaskKind.Finished.LeftAlone(there));
            case TaskKind.Job job -> {
                desk.ready(this);
                slot.await();
                beginClock();
                TaskKind.Finish finish = job.run(this);
                yield finished(finish);
            }
        };
    }

    private End finished(TaskKind.Finish finish) throws FailedException, InterruptedException {
        finishing.acquire();
        try {
            desk.leaveSlot(this, true);
            if (stop != Stop.NO) {
                return new End.Stopped(stop);
            }
            return new End.Well(finish.finish(intents -> desk.placing(this, intents)));
        } finally {
            finishing.release();
        }
    }

    /** Whoever asked it to stop gets that as the reason, however it left. What did not end well leaves nothing behind. */
    private End cleanedUp(End end) {
        boolean wasInterrupted = Thread.interrupted(); // else the sweeping itself would be cut short
        boolean stopped = phase != Phase.PLACING && stop != Stop.NO;
        End real = stopped ? new End.Stopped(stop) : end;
        if (wasInterrupted && !stopped) {
            LOG.warn("{} was interrupted by nobody", task.name());
        }
        boolean touched = phase != Phase.PREPARING && phase != Phase.READY;
        if (touched && !(real instanceof End.Well)) {
            desk.leaveSlot(this, false);
            sweep();
        }
        return real;
    }

    private void sweep() {
        try {
            kind.sweep(task);
        } catch (FailedException | RuntimeException e) {
            LOG.warn("What {} left could not be removed; the next start tries again", task.name(), e);
        }
    }

    /** Called once, when its turn has come. */
    void giveSlot() {
        slot.countDown();
    }

    void interrupt() {
        thread.interrupt();
    }

    void pause() {
        want(Wish.PAUSE);
    }

    void resume() {
        want(Wish.GO);
    }

    /** A run that has given no means to stop it is interrupted. */
    void end() {
        want(Wish.END);
        synchronized (this) {
            if (handle == null) {
                thread.interrupt();
            }
        }
    }

    /** Wishes may come from several threads and in the middle of the handle's work; the last one holds. */
    private void want(Wish next) {
        wish = wish == Wish.END ? Wish.END : next;
        Thread.startVirtualThread(this::obey);
    }

    private synchronized void obey() {
        Wish now = wish;
        if (now == obeyed || handle == null) {
            return;
        }
        try {
            switch (now) {
                case GO -> handle.resume();
                case PAUSE -> handle.pause();
                case END -> handle.cancel();
            }
        } catch (RuntimeException e) {
            LOG.error("{} could not be told to {}", task.name(), now, e);
        }
        measurePause(now);
        obeyed = now;
    }

    private void beginClock() {
        synchronized (this) {
            eta = new Eta(clock.instant());
        }
    }

    private void measurePause(Wish now) {
        if (now == Wish.PAUSE) {
            pausedSince = clock.instant();
        } else if (pausedSince != null) {
            eta.pausedFor(Duration.between(pausedSince, clock.instant()));
            pausedSince = null;
        }
    }

    @Override
    public void progress(Progress reported) {
        TaskEvent.Progressed event;
        synchronized (this) {
            Progress steady = new Progress(eta.advance(reported.fraction()), reported.speed(), reported.fps(),
                    reported.bytes(), reported.doing());
            event = new TaskEvent.Progressed(task.id(), steady, eta.left(clock.instant()));
        }
        desk.progressed(this, event);
    }

    @Override
    public void handle(TaskKind.Handle means) {
        synchronized (this) {
            handle = means;
        }
        obey();
    }

    @Override
    public void child(Child child) {
        desk.started(this, child);
    }

    @Override
    public void log(Task.Log said) {
        log = Optional.of(said);
    }
}
