package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;

/** What the decoder is asked for. Times are microseconds from the clip's first frame; pictures are fitted into {@code within}. */
public sealed interface Request {

    Source source();

    /** One frame. */
    record Picture(Source source, Spot spot, long us, Size within) implements Request {
    }

    /** One frame as it is after filters and an encoder. */
    record Result(Source source, long us, Size within, Making making) implements Request {
    }

    /** A picture that tells the clip from others. */
    record Thumbnail(Source source, Size within) implements Request {
    }

    /** The keyframe that is nearest to a time. */
    record Tile(Source source, long us, Size within) implements Request {
    }

    /** Lowest, highest and root mean square of the sound in equal slices of the clip's length; as three times so many floats. */
    record Sound(Source source, int slices) implements Request {
    }

    /** The times of all keyframes; as longs. */
    record Keyframes(Source source) implements Request {
    }
}
