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

    Pinging() {
        clock.scheduleAtFixedRate(this::ping, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ping() {
        long from = System.nanoTime();
        Platform.runLater(() -> {
            long took = System.nanoTime() - from;
            if (Boolean.getBoolean("bench.pauses") && took > 25_000_000) {
                System.out.printf("  %.0f ms%n", took / 1e6);
            }
            longestNs.accumulateAndGet(took, Math::max);
        });
    }

    double longestMs() {
        return longestNs.get() / 1e6;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
