package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Voice;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says of each picture that lies ready when it is due, on a thread of its own. */
final class Showing implements AutoCloseable {

    /** From here until it is on the screen: two pulses of a window, one to take it over and one to show it. */
    static final long AHEAD_US = 25_000;
    private static final long LONGEST_NAP_NS = 10_000_000;

    private final Job job;
    private final Ring ring;
    private final Pace pace;
    private final double speed;
    private final AtomicLong dropped;
    private final Supplier<Voice> voice;
    private final Consumer<Answer> answers;
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean first = true;
    private volatile long toldNs;

    Showing(Job job, Ring ring, Pace pace, double speed, AtomicLong dropped, Supplier<Voice> voice, Consumer<Answer> answers) {
        this.job = job;
        this.ring = ring;
        this.pace = pace;
        this.speed = speed;
        this.dropped = dropped;
        this.voice = voice;
        this.answers = answers;
        this.thread = Thread.ofPlatform().daemon().name("lane-PLAYING-shows").start(this::work);
    }

    private void work() {
        try {
            while (!over) {
                Ring.Laid next = ring.take(job);
                if (next != null) {
                    show(next);
                }
            }
        } catch (Job.Unwanted stopped) {
            over = true;
        }
    }

    private void show(Ring.Laid next) {
        // the first one stands still until all is ready
        while (!first && !over) {
            long left = pace.until(next.us() - ahead());
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP_NS));
        }
        boolean late = !first && speed > 0 && ring.hasOneBefore(pace.us() + ahead());
        if (late || over) {
            ring.free(next.slot());
            if (late && speed == 1) {
                dropped.incrementAndGet();
            }
            return;
        }
        first = false;
        toldNs = System.nanoTime();
        answers.accept(new Answer.Passed(job.id(), next.slot(), next.size(), next.us(), dropped.get(), voice.get()));
    }

    private long ahead() {
        return Math.round(AHEAD_US * speed);
    }

    /** When the last picture was shown, as {@link System#nanoTime} counts. */
    long toldNs() {
        return toldNs;
    }

    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
