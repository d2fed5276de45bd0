package io.reelbench.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulerTest {

    @Test
    void numbersStandAtRoundTimesAndFarEnoughApart() {
        List<Long> numbers = Ruler.ticks(40_000_000, 594, 64).stream().filter(Ruler.Tick::large).map(Ruler.Tick::us).toList();
        assertThat(numbers).startsWith(0L, 5_000_000L, 10_000_000L).endsWith(40_000_000L);
    }

    @Test
    void anHourAndADayHaveFewNumbersToo() {
        assertThat(Ruler.ticks(3_600_000_000L, 594, 64).stream().filter(Ruler.Tick::large).count()).isBetween(4L, 10L);
        assertThat(Ruler.ticks(200 * 3_600_000_000L, 594, 64).stream().filter(Ruler.Tick::large).count()).isBetween(2L, 10L);
    }

    @Test
    void nothingHasNoTicks() {
        assertThat(Ruler.ticks(0, 594, 64)).isEmpty();
        assertThat(Ruler.ticks(1_000_000, 0, 64)).isEmpty();
    }

    @Test
    void numbersAreClockTimes() {
        assertThat(Ruler.number(65_000_000)).isEqualTo("1:05");
        assertThat(Ruler.number(3_725_000_000L)).isEqualTo("1:02:05");
    }
}
