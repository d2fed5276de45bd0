package io.reelbench.engine.cloud.wire;

import io.reelbench.engine.queue.TaskKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where a run waits: for time to pass, or as long as it is paused. Whoever stops it wakes it. */
public final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private boolean stopped;
    private boolean shielded;
    private Thread inside;

    /** The calling thread is the one to stop from now on; fails at once when that was wished before. */
    public void enter() throws InterruptedException {
        lock.lock();
        try {
            inside = Thread.currentThread();
            check();
        } finally {
            lock.unlock();
        }
    }

    /** The calling thread is beyond stopping from now on. */
    public void leave() {
        lock.lock();
        try {
            inside = null;
            Thread.interrupted(); // a wish to stop that came too late
        } finally {
            lock.unlock();
        }
    }

    public void pause() {
        set(() -> paused = true);
    }

    public void resume() {
        set(() -> paused = false);
    }

    public void stop() {
        set(() -> {
            stopped = true;
            if (inside != null && !shielded) {
                inside.interrupt();
            }
        });
    }

    /** Until {@link #bare} the run is not torn out of what it does: a wish to stop waits. */
    public void shield() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            check();
            shielded = true;
        } finally {
            lock.unlock();
        }
    }

    /** The same from another thread, also when it is being stopped already. */
    public void guard() {
        set(() -> shielded = true);
    }

    /** The run may be stopped again. */
    public void bare() {
        set(() -> shielded = false);
    }

    /** What whoever runs a task holds it by. */
    public TaskKind.Handle handle() {
        return new TaskKind.Handle() {
            @Override
            public void pause() {
                Gate.this.pause();
            }

            @Override
            public void resume() {
                Gate.this.resume();
            }

            @Override
            public void cancel() {
                stop();
            }
        };
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns as soon as it is not paused. */
    public void pass() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            check();
            while (paused) {
                changed.await();
                check();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets that much time pass, and then as much as it is paused. */
    public void pass(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            check();
            while (left > 0) {
                left = changed.awaitNanos(left);
                check();
            }
        } finally {
            lock.unlock();
        }
        pass();
    }

    private void check() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("stopped");
        }
    }
}
