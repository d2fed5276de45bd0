package io.reelbench.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Timecode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final long SECOND = 1_000_000;

    @Test
    void lengthsAreWholeSeconds() {
        assertThat(Times.length(39_830_000)).isEqualTo("0:39");
        assertThat(Times.length(4360 * SECOND)).isEqualTo("1:12:40");
    }

    @Test
    void timecodesNameTheFrameOnScreen() {
        Rate film = new Rate(24, 1);
        assertThat(Times.timecode(film.timeOf(24 * 24 + 21), film, Optional.empty())).isEqualTo("00:00:24:21");
        assertThat(Times.timecode(film.timeOf(1) - 10, film, Timecode.of("01:00:00:00"))).isEqualTo("01:00:00:00");
        Rate ntsc = new Rate(30000, 1001);
        assertThat(Times.timecode(ntsc.timeOf(1800), ntsc, Timecode.of("00:00:00;00"))).isEqualTo("00:01:00;02");
    }

    @Test
    void whatIsUncertainIsARange() {
        assertThat(Times.sizes(25_200_000, 29_100_000)).isEqualTo("25–29 MB");
        assertThat(Times.sizes(7_000_000, 7_020_000)).isEqualTo("7 MB");
        assertThat(Times.sizes(900_000_000, 1_240_000_000)).isEqualTo("0.9–1.2 GB");
        assertThat(Times.sizes(4_600_000, 33_000_000)).isEqualTo("5–33 MB");
        assertThat(Times.sizes(2_500, 41_000)).isEqualTo("3–41 kB");
        assertThat(Times.sizes(400_000, 33_000_000)).isEqualTo("0.4–33 MB");
        assertThat(Times.size(80_000_000_000L)).isEqualTo("80 GB");
        assertThat(Times.rates(900_000, 1_500_000, 52 * SECOND)).isEqualTo("138–231 kb/s");
        assertThat(Times.rates(25_200_000, 29_100_000, 30 * SECOND)).isEqualTo("6.7–7.8 Mb/s");
        assertThat(Times.sizes(0, 12)).isEqualTo("12 bytes");
        assertThat(Times.span(130 * SECOND, 170 * SECOND)).isEqualTo("2–3 min");
        assertThat(Times.span(20 * SECOND)).isEqualTo("20 s");
        assertThat(Times.span(3700 * SECOND, 6000 * SECOND)).isEqualTo("1–2 h");
        assertThat(Times.span(0)).isEqualTo("1 s");
    }
}
