package io.reelbench.engine.cloud.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    private static Price.Subject subject(double input, double output, int side) {
        return new Price.Subject(1000, 1000, OptionalLong.of(Math.round(input * 1e6)), OptionalLong.of(Math.round(output * 1e6)),
                side);
    }

    /** max(1, ceil(seconds × 0.05 × factor × size)). */
    @ParameterizedTest
    @CsvSource({"1.0,60,720,3", "1.3,60,720,4", "0.3,10,720,1", "1.0,60,480,2", "1.0,60,1080,6", "1.0,60,2160,9",
            "1.0,60.000001,720,4",
            "0.4,50,720,1", "0.4,50.1,720,2", "1.2,600,540,36", "1.0,1,720,1", "1.0,100,720,5", "1.0,20,720,1"})
    void creditsFollowTheWrittenFormulaInDecimalNumbers(String factor, double seconds, int side, int credits) {
        assertThat(new Price.BySeconds(factor, Price.Basis.OUTPUT).of(subject(5, seconds, side)))
                .contains(new Cost(BigDecimal.valueOf(credits), Cost.Unit.CREDITS));
    }

    @Test
    void aFixedSizeDoesNotCount() {
        Price sound = new Price.BySeconds(new BigDecimal("0.4"), Price.Basis.OUTPUT, false);
        assertThat(sound.of(subject(0, 100, 2160)).get().amount()).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @CsvSource({"1,0.000524288", "1048576,0.000524288", "1048577,0.0005242885", "10000000,0.005", "50000000,0.025"})
    void megabytesCountAtLeastAsOneMebibyte(long bytes, BigDecimal dollars) {
        Price price = new Price.ByMegabyte(new BigDecimal("0.0005"), false);
        Optional<Cost> cost = price.of(new Price.Subject(bytes, 9 * bytes, OptionalLong.empty(), OptionalLong.empty(), 720));
        assertThat(cost.get().amount()).isEqualByComparingTo(dollars);
        assertThat(cost.get().unit()).isEqualTo(Cost.Unit.DOLLARS);
    }

    @Test
    void joinedFilesCountTogether() {
        Price price = new Price.ByMegabyte(new BigDecimal("0.0005"), true);
        assertThat(price.of(new Price.Subject(1, 20_000_000, OptionalLong.empty(), OptionalLong.empty(), 720)).get().toString())
                .isEqualTo("$0.01");
    }

    @Test
    void whatNobodyKnowsIsNotGuessed() {
        Price.Subject unknown = new Price.Subject(1, 1, OptionalLong.empty(), OptionalLong.empty(), 720);
        assertThat(new Price.BySeconds("1.0", Price.Basis.OUTPUT).of(unknown)).isEmpty();
        assertThat(new Price.Metered().of(unknown)).isEmpty();
    }
}
