package io.reelbench.engine.preview.decoder;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Which moment of a clip it is while it is played. Follows the sound that is heard, where there is any, and else the computer's own clock. A
 * sound card's position comes in small jumps: it is followed gently, unless it is far away. Safe for any thread.
 */
final class Pace {

    /** How often the sound's position is looked at. */
    private static final long LOOK_NS = 15_000_000;
    /** So long the first sound is waited for. */
    private static final long FIRST_SOUND_NS = 300_000_000;
    /** From here on, in microseconds, the sound is not approached but joined. */
    private static final long FAR_US = 90_000;
    private static final int GENTLY = 8;

    private final double speed;
    private final Supplier<OptionalLong> heard;
    private final LongSupplier nanos;
    private boolean runs;
    private boolean follows;
    private long atUs;
    private long atNs;
    private long lookedNs;
    private long holdUntilNs;

    /**
     * @param speed as many times as fast; negative backwards
     * @param heard the moment that is heard now, in microseconds of the clip; empty while there is nothing to go by
     * @param nanos as {@link System#nanoTime}
     */
    Pace(double speed, Supplier<OptionalLong> heard, LongSupplier nanos) {
        this.speed = speed;
        this.heard = heard;
        this.nanos = nanos;
    }

    /**
     * From now on it goes.
     *
     * @param sounds whether sound is about to be heard, whose beginning is waited for
     */
    synchronized void start(long us, boolean sounds) {
        runs = true;
        atUs = us;
        atNs = nanos.getAsLong();
        holdUntilNs = sounds ? atNs + FIRST_SOUND_NS : atNs;
    }

    /** Now, in microseconds of the clip. */
    synchronized long us() {
        if (!runs) {
            return atUs;
        }
        long now = nanos.getAsLong();
        boolean holding = !follows && now < holdUntilNs;
        if (holding || now - lookedNs > LOOK_NS) {
            lookedNs = now;
            follow(now);
        }
        if (!follows && now < holdUntilNs) {
            return atUs;
        }
        return reckoned(now);
    }

    private long reckoned(long now) {
        return atUs + (long) (Math.max(0, now - Math.max(atNs, follows ? 0 : holdUntilNs)) * speed / 1000);
    }

    private void follow(long now) {
        OptionalLong there = heard.get();
        if (there.isEmpty()) {
            return;
        }
        long mine = reckoned(now);
        long off = there.getAsLong() - mine;
        boolean joins = !follows || Math.abs(off) > FAR_US;
        follows = true;
        atUs = joins ? there.getAsLong() : mine + off / GENTLY;
        atNs = now;
    }

    /** In how many nanoseconds it will be that moment; not positive when it is over. */
    synchronized long until(long us) {
        return runs ? (long) ((us - us()) * 1000 / speed) : Long.MAX_VALUE;
    }
}
