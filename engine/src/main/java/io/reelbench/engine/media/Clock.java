package io.reelbench.engine.media;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is needed to turn a wish such as "end-3s" or "1500f" into a time: the clock of one clip at one step.
 *
 * @param lengthUs   the clip's length here, in microseconds; empty when nobody knows
 * @param rate       frames per second; empty without a picture
 * @param timecode   the clip's own first timecode; empty when it has none
 * @param frameTimes start of every frame in microseconds, only for a clip of variable rate whose frames were counted; else empty
 */
public record Clock(OptionalLong lengthUs, Optional<Rate> rate, Optional<Timecode> timecode, java.util.List<Long> frameTimes) {

    public Clock(OptionalLong lengthUs, Optional<Rate> rate, Optional<Timecode> timecode) {
        this(lengthUs, rate, timecode, java.util.List.of());
    }

    /** When frame n (from 0) starts. */
    long timeOf(long frame, Rate rate) {
        if (frameTimes.isEmpty()) {
            return rate.timeOf(frame);
        }
        int last = frameTimes.size() - 1;
        return frame <= last ? frameTimes.get((int) frame) : lengthUs.orElse(frameTimes.get(last) + rate.timeOf(frame - last));
    }
}
