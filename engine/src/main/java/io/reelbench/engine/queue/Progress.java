package io.reelbench.engine.queue;

import io.reelbench.engine.plan.Step;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far one run is.
 *
 * @param fraction of the whole task, 0 to 1; empty when nobody knows
 * @param speed    times real time
 * @param fps      frames per second
 * @param bytes    written so far
 * @param doing    the step under way
 */
public record Progress(OptionalDouble fraction, OptionalDouble speed, OptionalDouble fps, OptionalLong bytes,
        Optional<Step.Doing> doing) {

    /** Only how far. */
    public static Progress of(double fraction) {
        return new Progress(OptionalDouble.of(fraction), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(),
                Optional.empty());
    }
}
