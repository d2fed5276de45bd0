package io.reelbench.engine.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish to stop, as Ctrl+C gives it, on its way to whatever is under way. */
public final class Stop {

    private final CountDownLatch ended = new CountDownLatch(1);
    private Runnable means;
    private boolean asked;

    /** Interrupts this thread unless a gentler means is given. */
    public Stop(Thread worker) {
        this.means = worker::interrupt;
    }

    /** From any thread. */
    public void ask() {
        Runnable now;
        synchronized (this) {
            asked = true;
            now = means;
        }
        now.run();
    }

    synchronized boolean isAsked() {
        return asked;
    }

    /** How to stop from here on; used at once if that was asked before. */
    void by(Runnable gentler) {
        boolean now;
        synchronized (this) {
            means = gentler;
            now = asked;
        }
        if (now) {
            gentler.run();
        }
    }

    /** Everything is put away. */
    void ended() {
        ended.countDown();
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Whether everything was put away in time. */
    boolean await(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
