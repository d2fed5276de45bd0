package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;
import java.util.Optional;

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

    /**
     * Goes on showing frames and playing sound until the end of the span, or for ever.
     *
     * @param picture none for a clip that has sound only
     * @param sound   none where it is silent
     * @param speed   as many times as fast; negative plays backwards
     * @param loops   whether the span begins anew at its end
     * @param volume  0 to 1
     */
    record Play(Optional<Source> picture, Optional<Source> sound, Span span, double speed, boolean loops, Size within,
            double volume) implements Request {

        @Override
        public Source source() {
            return picture.or(() -> sound).orElseThrow();
        }
    }

    /**
     * A part of a clip, in microseconds.
     *
     * @param fromUs  its first moment
     * @param startUs where playing begins
     * @param toUs    its end; the largest long where nobody knows
     */
    record Span(long fromUs, long startUs, long toUs) {
    }

    /** The times of all keyframes; as longs. */
    record Keyframes(Source source) implements Request {
    }
}
