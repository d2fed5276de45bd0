package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one task will be done: steps, what comes out, and why.
 *
 * @param sources     the clips, in the order in which {@link Ref.Source} counts them
 * @param steps       in order
 * @param products    in the order in which {@link Ref.Target} counts them; never empty
 * @param explanation in words
 * @param estimate    how long and how large
 * @param glimpse     what happens to single frames of the first product that has a picture; empty when none has
 */
public record Plan(List<Media> sources, List<Step> steps, List<Product> products, Explanation explanation, Estimate estimate,
        Optional<Glimpse> glimpse) {

    /**
     * What is expected before it runs.
     *
     * @param lengthUs  length of the first product in microseconds; empty when nobody knows
     * @param leastBytes all products together, at least
     * @param mostBytes  all products together, at most (the disk needs this)
     * @param scratchBytes pieces that are removed again
     * @param seconds   that it takes on this machine when nothing else runs; empty when nobody knows how much there is to do
     * @param work      what the rest was told from; see {@link Past#of}
     */
    public record Estimate(OptionalLong lengthUs, long leastBytes, long mostBytes, long scratchBytes, Optional<Likely> seconds,
            Work work) {
    }
}
