package io.reelbench.app.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Asks the FX thread every few milliseconds for a sign of life and remembers the longest wait for it. */
final class Pinging implements AutoCloseable {

    private static final int EVERY_MS = 4;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longestNs = new AtomicLong();

    private final long beganNs = System.nanoTime();
    private long toldNs;
    private long dueNs = Long.MAX_VALUE;
    private volatile long latestNs;

    Pinging() {
        clock.scheduleWithFixedDelay(this::ping, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ping() {
        long from = System.nanoTime();
        latestNs = Math.max(latestNs, from - dueNs);
        dueNs = from + EVERY_MS * 1_000_000L;
        Platform.runLater(() -> {
            long took = System.nanoTime() - from;
            if (Boolean.getBoolean("bench.pauses") && took > 40_000_000 && from > toldNs) {
                toldNs = System.nanoTime();
                System.out.printf("  at %.0f ms: %.0f ms%n", (from - beganNs) / 1e6, took / 1e6);
            }
            longestNs.accumulateAndGet(took, Math::max);
        });
    }

    double longestMs() {
        return longestNs.get() / 1e6;
    }

    /** How late the asking itself came: what the machine does to any thread. */
    double latestMs() {
        return latestNs / 1e6;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
