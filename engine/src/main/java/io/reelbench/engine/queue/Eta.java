package io.reelbench.engine.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How far a run is and how long it will still take. Shown late and smoothed, since a first guess is wrong and a jumping one annoys. */
final class Eta {

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final double FIRST_FRACTION = 0.03;
    /** A new guess counts fully after so long. */
    private static final Duration SMOOTHING = Duration.ofSeconds(5);

    private final Instant started;
    private Duration paused = Duration.ZERO;
    private Instant last;
    private double fraction;
    private double leftUs = -1;

    Eta(Instant started) {
        this.started = started;
        this.last = started;
    }

    /** Time in which nothing ran does not count. */
    void pausedFor(Duration time) {
        paused = paused.plus(time);
        last = last.plus(time);
    }

    /** Never less than it was. */
    OptionalDouble advance(OptionalDouble reported) {
        if (reported.isEmpty()) {
            return reported;
        }
        fraction = Math.max(fraction, Math.clamp(reported.getAsDouble(), 0, 1));
        return OptionalDouble.of(fraction);
    }

    /** In microseconds; empty as long as nothing sensible can be said. */
    OptionalLong left(Instant now) {
        Duration running = Duration.between(started, now).minus(paused);
        boolean early = running.compareTo(FIRST) < 0 && fraction < FIRST_FRACTION;
        if (fraction <= 0 || early) {
            return OptionalLong.empty();
        }
        double sinceUs = Math.max(0, micros(Duration.between(last, now)));
        double guess = micros(running) * (1 - fraction) / fraction;
        double weight = leftUs < 0 ? 1 : Math.min(1, sinceUs / micros(SMOOTHING));
        double expected = Math.max(0, leftUs - sinceUs);
        leftUs = expected + weight * (guess - expected);
        last = now;
        return OptionalLong.of(Math.round(leftUs));
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1000.0;
    }
}
