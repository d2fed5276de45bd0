package io.reelbench.engine.ffmpeg;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a run of ffmpeg is, as it says itself about five times a second. All but {@code ended} may be missing: at the start ffmpeg
 * knows nothing, and filters that want the whole film first say nothing until the end.
 *
 * @param outUs time written so far, in microseconds of the output
 * @param frame pictures written so far
 * @param bytes written so far to the first output
 * @param fps   pictures a second, for people
 * @param speed times faster than real time, for people
 * @param ended whether this is the last one; comes after a cancel too, so it does not mean done
 */
public record Progress(OptionalLong outUs, OptionalLong frame, OptionalLong bytes, OptionalDouble fps, OptionalDouble speed,
        boolean ended) {

    public static final Progress NONE = new Progress(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalDouble.empty(), OptionalDouble.empty(), false);

    /** Whether any work was done between an earlier one and this. */
    boolean isFurtherThan(Progress earlier) {
        return !outUs.equals(earlier.outUs) || !frame.equals(earlier.frame) || !bytes.equals(earlier.bytes);
    }
}
