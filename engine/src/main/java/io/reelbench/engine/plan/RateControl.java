package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/**
 * How many bits the picture gets.
 *
 * @param goal empty means quality 75, and that nothing forces an encode
 */
public record RateControl(Optional<Goal> goal,
        @Ask(value = "Metric", help = "How likeness is measured for the target score.", advanced = true) Step.Metric metric,
        @Ask(value = "Two passes", help = "Looks at the whole clip first, to spend the bits better; automatic for a target size or a bit rate.", advanced = true) TwoPass twoPass,
        @Ask(value = "Highest bit rate", help = "The picture never needs more than this over two seconds.", unit = "bit/s", min = 1000, max = 2e9, from = 5e5, to = 2e8, advanced = true) Optional<Bitrate> maxBitrate) {

    /** Whether the clip is looked at twice. */
    public enum TwoPass {
        AUTO, YES, NO
    }

    /** Clean, with one more generation in hand. */
    public static final Goal USUAL = new Goal.EqualQuality(75);

    public RateControl() {
        this(Optional.empty(), Step.Metric.XPSNR, TwoPass.AUTO, Optional.empty());
    }

    public RateControl with(Goal other) {
        return new RateControl(Optional.of(other), metric, twoPass, maxBitrate);
    }
}
