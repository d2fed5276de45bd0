package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import java.util.List;

/** Which frames are taken out of a film. Times are of the timeline, in microseconds. */
public sealed interface Taking {

    /** The frame on screen each so often, from the first on. */
    record Every(long us) implements Taking {
    }

    /** The same at a rate. */
    record PerSecond(Rate rate) implements Taking {
    }

    /** So many, in the middle of as many equal parts. */
    record Spread(int count) implements Taking {
    }

    /** Those on screen at these times; in order. */
    record At(List<Long> us) implements Taking {
    }

    /** The first of each scene. {@code percent} is how much it must differ from the frame before. */
    record Scenes(double percent) implements Taking {
    }

    /** All. */
    record All() implements Taking {
    }
}
