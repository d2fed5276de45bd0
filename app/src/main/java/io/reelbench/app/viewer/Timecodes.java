package io.reelbench.app.viewer;

import io.reelbench.app.look.Times;
import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Timecode;
import java.util.Optional;

/** Times of a clip as an editor reads them: timecode where frames come at one rate, else hours, minutes, seconds and thousandths. Pure. */
final class Timecodes {

    private final Clock clock;
    private final boolean variable;

    /**
     * @param clock    of the untouched clip
     * @param variable whether its frames come at no fixed rate
     */
    Timecodes(Clock clock, boolean variable) {
        this.clock = clock;
        this.variable = variable;
    }

    /** The time of the frame on screen, in microseconds from the first frame; the clip's own timecode is counted on. */
    String at(long us) {
        return code(us, clock.timecode()).orElseGet(() -> plain(us));
    }

    /** A length. */
    String length(long us) {
        return code(us, Optional.empty()).orElseGet(() -> plain(us));
    }

    private Optional<String> code(long us, Optional<Timecode> first) {
        // half a frame of grace: container times are rounded to their timebase
        return clock.rate().filter(rate -> !variable && rate.perSecond().approximate() >= 1)
                .map(rate -> Times.timecode(rate.timeOf(rate.nearestFrame(us)), rate, first));
    }

    private static String plain(long us) {
        long ms = us / 1000;
        return String.format("%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
