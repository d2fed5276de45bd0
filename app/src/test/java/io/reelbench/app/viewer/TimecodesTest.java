package io.reelbench.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Timecode;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimecodesTest {

    private static final Rate NTSC = new Rate(30000, 1001);

    private static Timecodes of(Rate rate, String first, boolean variable) {
        return new Timecodes(new Clock(OptionalLong.of(60_000_000), Optional.ofNullable(rate), Timecode.of(first)), variable);
    }

    @Test
    void aFrameIsCountedAtTheTrueRate() {
        assertThat(of(NTSC, "", false).at(NTSC.timeOf(24 * 30 + 21))).isEqualTo("00:00:24:21");
        // the container rounds times down to its timebase
        assertThat(of(NTSC, "", false).at(NTSC.timeOf(24 * 30 + 21) - 300)).isEqualTo("00:00:24:21");
    }

    @Test
    void theClipsOwnTimecodeIsCountedOn() {
        assertThat(of(new Rate(25, 1), "10:00:00:00", false).at(1_000_000)).isEqualTo("10:00:01:00");
        assertThat(of(NTSC, "00:00:59;29", false).at(NTSC.timeOf(1))).isEqualTo("00:01:00;02");
    }

    @Test
    void aLengthStartsAtZero() {
        assertThat(of(new Rate(25, 1), "10:00:00:00", false).length(1_000_000)).isEqualTo("00:00:01:00");
    }

    @Test
    void withoutAFixedRateItIsAPlainTime() {
        assertThat(of(NTSC, "", true).at(24_875_000)).isEqualTo("00:00:24.875");
        assertThat(of(null, "", false).at(3_600_001_000L)).isEqualTo("01:00:00.001");
    }
}
