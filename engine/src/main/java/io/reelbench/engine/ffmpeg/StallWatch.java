package io.reelbench.engine.ffmpeg;

import java.time.Duration;

/**
 * Tells a run that gets on from one that hangs. Progress alone does not tell: a filter that reverses a film reads it to its end before
 * a first frame comes out. So CPU time counts as a sign of life too, for a long while.
 */
final class StallWatch {

    /** A waiting process wakes a few times a second and uses far less than this share of a CPU. */
    private static final int HARDLY = 50;
    /** No look for so long means that the whole machine slept. */
    private static final long SLEPT = Duration.ofSeconds(30).toNanos();

    private final FfmpegRunner.Patience patience;
    private Progress progress = Progress.NONE;
    private Duration cpu = Duration.ZERO;
    private long progressAt;
    private long aliveAt;
    private long lookedAt;
    private boolean held;

    StallWatch(FfmpegRunner.Patience patience, long now) {
        this.patience = patience;
        begin(now);
    }

    private void begin(long now) {
        progressAt = now;
        aliveAt = now;
        lookedAt = now;
    }

    synchronized void heard(Progress heard, long now) {
        if (heard.isFurtherThan(progress)) {
            progress = heard;
            progressAt = now;
            aliveAt = now;
        }
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void goOn(long now) {
        held = false;
        begin(now);
    }

    /** @param used CPU time in all so far */
    synchronized boolean isStalled(Duration used, long now) {
        if (held || now - lookedAt > SLEPT) {
            begin(now);
        }
        if (used.minus(cpu).toNanos() > (now - lookedAt) / HARDLY) {
            aliveAt = now;
        }
        cpu = used;
        lookedAt = now;
        Duration quiet = progress == Progress.NONE ? patience.start() : patience.quiet();
        return now - aliveAt > quiet.toNanos() || now - progressAt > patience.busy().toNanos();
    }
}
