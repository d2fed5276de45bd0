package io.reelbench.app.viewer;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Track;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where a cut may stand. Pure; times are microseconds.
 *
 * @param rate      frames a second; empty without a picture and where they come at no fixed rate
 * @param lengthUs  of the clip
 * @param keyframes in order
 */
record Snap(Optional<Rate> rate, long lengthUs, long[] keyframes) {

    static Snap of(Media media, long[] keyframes) {
        return new Snap(media.video().filter(v -> !v.variable()).flatMap(Track.Video::rate), media.playedUs().orElse(0),
                keyframes);
    }

    /** The beginning of the nearest frame. */
    long frame(long us) {
        long at = Math.clamp(us, 0, lengthUs);
        return rate.map(r -> Math.min(lengthUs, r.timeOf(r.nearestFrame(at)))).orElse(thousandths(at));
    }

    /** Where there are no frames, no ear tells less apart. */
    static long thousandths(long us) {
        return Math.round(us / 1000.0) * 1000;
    }

    /** The nearest keyframe, the beginning or the end; the nearest frame where no keyframe is known. */
    long keyframe(long us) {
        return keyframes.length == 0
                ? frame(us)
                : nearest(us, LongStream.concat(Arrays.stream(keyframes), LongStream.of(0, lengthUs)).toArray()).orElse(us);
    }

    /** The nearest of some moments if it is within reach, else the nearest frame. */
    long near(long us, long[] moments, long reachUs) {
        return nearest(us, moments).filter(m -> Math.abs(m - us) <= reachUs).orElseGet(() -> frame(us));
    }

    private static Optional<Long> nearest(long us, long[] moments) {
        return Arrays.stream(moments).boxed().min((a, b) -> Long.compare(Math.abs(a - us), Math.abs(b - us)));
    }

    /** How long a frame is shown; a hundredth of a second where nobody knows. */
    long frameUs() {
        return rate.map(Rate::frameLength).orElse(10_000L);
    }
}
