package io.reelbench.app.bench;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Asks the FX thread every few milliseconds for a sign of life and remembers the longest wait for it. */
final class Pinging implements AutoCloseable {

    private static final int EVERY_MS = 4;
    /** With {@code -Dbench.pauses=true} each pause is told, with what the FX thread did. */
    private static final boolean TOLD = Boolean.getBoolean("bench.pauses");
    private static final long PAUSE_NS = 40_000_000;
    private static final long LOOK_NS = 15_000_000;
    private static final int DEPTH = Integer.getInteger("bench.depth", 14);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longestNs = new AtomicLong();

    private final long beganNs = System.nanoTime();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private long toldNs;
    private volatile long answeredNs = System.nanoTime();
    private long dueNs = Long.MAX_VALUE;
    private volatile long latestNs;

    Pinging() {
        clock.scheduleWithFixedDelay(this::ping, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ping() {
        long from = System.nanoTime();
        latestNs = Math.max(latestNs, from - dueNs);
        dueNs = from + EVERY_MS * 1_000_000L;
        if (TOLD) {
            look(from);
        }
        Platform.runLater(() -> {
            answeredNs = System.nanoTime();
            long took = answeredNs - from;
            if (TOLD && took > PAUSE_NS && from > toldNs) {
                toldNs = answeredNs;
                System.out.printf("  at %.0f ms: %.0f ms%n", (from - beganNs) / 1e6, took / 1e6);
                seen.forEach(each -> System.out.printf("      %s%n", each));
            }
            seen.clear();
            longestNs.accumulateAndGet(took, Math::max);
        });
    }

    /** What the FX thread does while it answers nobody. */
    private void look(long now) {
        if (now - answeredNs < LOOK_NS) {
            return;
        }
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().equals("JavaFX Application Thread")) {
                seen.add(Arrays.stream(stack).limit(DEPTH)
                        .map(e -> e.getClassName().replaceFirst(".*\\.", "") + "." + e.getMethodName() + ":" + e.getLineNumber())
                        .collect(Collectors.joining(" < ")));
            }
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
