package io.reelbench.engine.local;

/** How many programs of ours work at the same time. */
public final class Crowd {

    private int now;
    private double soFar;
    private long since = System.nanoTime();

    synchronized void enter() {
        pass();
        now++;
    }

    synchronized void leave() {
        pass();
        now--;
    }

    /** All of them added up over time, in seconds: two for one second are two. */
    synchronized double seconds() {
        pass();
        return soFar;
    }

    private void pass() {
        long nanos = System.nanoTime();
        soFar += now * (nanos - since) / 1e9;
        since = nanos;
    }
}
