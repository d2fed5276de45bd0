package io.reelbench.app.viewer;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.problem.BadValue;
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
        return code(us, start()).orElseGet(() -> plain(us));
    }

    /** A length. */
    String length(long us) {
        return code(us, 0).orElseGet(() -> plain(us));
    }

    private Optional<String> code(long us, long first) {
        return clock.rate().filter(rate -> !variable && rate.perSecond().approximate() >= 1).map(rate -> {
            long frame = rate.nearestFrame(us);
            return Timecode.ofFrame(first + frame, rate, drop()).toString();
        });
    }

    private long start() {
        try {
            Optional<Rate> rate = clock.rate();
            return clock.timecode().isPresent() && rate.isPresent() ? clock.timecode().get().toFrame(rate.get()) : 0;
        } catch (BadValue wrong) {
            return 0;
        }
    }

    private boolean drop() {
        return clock.timecode().map(Timecode::drop).orElse(false);
    }

    private static String plain(long us) {
        long ms = us / 1000;
        return String.format("%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
