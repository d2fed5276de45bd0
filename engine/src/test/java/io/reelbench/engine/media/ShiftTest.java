package io.reelbench.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.problem.BadValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Later and earlier. */
class ShiftTest {

    private static final Clock CLOCK = new Clock(OptionalLong.of(60_000_000), Optional.of(new Rate(25, 1)), Optional.empty());

    @ParameterizedTest
    @CsvSource({"0.5,500000,0.5", "+0.5s,500000,0.5", "-0.2s,-200000,-0.2", "-12f,-480000,-12f", "-1:02.5,-62500000,-62.5",
            "10%,6000000,10%", "-0,0,0"})
    void itIsReadCountedAndWritten(String text, long us, String written) throws Exception {
        Shift shift = Shift.parse(text);
        assertThat(shift.on(CLOCK)).hasValue(us);
        assertThat(shift).hasToString(written);
        assertThat(Shift.parse(shift.toString())).isEqualTo(shift);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--1", "later", "1:75", "-end", "+-1"})
    void whatIsNoneSaysHowToWriteIt(String text) {
        assertThatThrownBy(() -> Shift.parse(text)).isInstanceOf(BadValue.class);
    }

    @Test
    void noShiftIsNothing() throws Exception {
        assertThat(Shift.NONE.on(CLOCK)).hasValue(0);
    }
}
