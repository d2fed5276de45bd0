package io.reelbench.engine;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Range;
import java.util.Optional;

/**
 * A clip beside the finished file that was made of it.
 *
 * @param moments which moment of the one is which of the other; empty where nobody knows
 */
public record Comparison(Media clip, Media made, Optional<Glimpse> moments) {

    /** Sound may be a little longer than its picture, and a picture goes on for one frame more. */
    private static final long SLACK_US = 500_000;
    private static final long SHORT_FRAME_US = Time.SECOND / 240;
    private static final int PART_OF_A_FRAME = 4;

    public Comparison {
        moments = moments.filter(m -> fits(m, clip, made));
    }

    /** A plan that was not followed, or a file that was changed since, shows in the length. */
    private static boolean fits(Glimpse moments, Media clip, Media made) {
        if (moments.moment().isPresent() || made.still()) {
            return moments.moment().isPresent() == made.still();
        }
        long length = 0;
        for (Range part : moments.parts()) {
            long to = part.toUs() == Range.OPEN ? clip.playedUs().orElse(0) : part.toUs();
            length += Math.max(0, to - part.fromUs());
        }
        long expected = Fraction.of(length).over(moments.pace()).round();
        return Math.abs(expected - made.playedUs().orElse(0)) <= SLACK_US;
    }

    /** Whether the same moments can be shown; else both count from their own beginnings. */
    public boolean inStep() {
        return moments.isPresent();
    }

    /** Where a moment of the clip comes in the finished file; both in microseconds from the first frame. */
    public long madeUs(long us) {
        long there = moments.map(m -> m.moment().isPresent() ? 0 : m.outputUs(us)).orElse(us);
        // containers round the times of frames: a moment within the frame, not its first one
        return Math.clamp(there + frameUs(made) / PART_OF_A_FRAME, 0, made.playedUs().orElse(0));
    }

    private static long frameUs(Media of) {
        return of.video().flatMap(Track.Video::rate).map(Rate::perSecond)
                .map(rate -> Fraction.of(Time.SECOND).over(rate).round()).orElse(SHORT_FRAME_US);
    }

    /** Whether a moment of the clip is in the finished file. */
    public boolean keeps(long us) {
        return moments.isEmpty() || moments.get().keeps(us, frameUs(clip));
    }

    /** The first moment of the clip that is in the finished file, in its order. */
    public long firstUs() {
        return moments.map(m -> m.moment().orElseGet(() -> m.parts().isEmpty() ? 0 : m.parts().getFirst().fromUs())).orElse(0L);
    }
}
