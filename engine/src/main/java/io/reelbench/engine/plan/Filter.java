package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import java.util.Optional;

/**
 * One filter of ffmpeg's graph, or a few that belong together. The text is built by us from numbers and our own words only.
 *
 * @param text as the graph spells it, for example {@code scale=1280:720:flags=lanczos,setsar=1}
 * @param size the picture's size behind it; empty when it does not change
 * @param leadUs how much earlier than a frame it must have begun to give that frame as it will be, in microseconds; 0 when each frame is
 *            made of itself alone
 */
public record Filter(String text, Optional<Size> size, long leadUs) {

    public static Filter of(String text) {
        return new Filter(text, Optional.empty(), 0);
    }

    public static Filter sized(String text, Size size) {
        return new Filter(text, Optional.of(size), 0);
    }

    /** The same, looking back at earlier frames. */
    public Filter lookingBack(long us) {
        return new Filter(text, size, us);
    }
}
