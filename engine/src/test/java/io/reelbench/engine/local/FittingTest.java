package io.reelbench.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Files that come out larger, smaller, crooked or stubborn: they end just under the size, in few tries. */
class FittingTest {

    private final List<Long> tried = new ArrayList<>();

    private long fitted(LongUnaryOperator size, long fixed) throws Exception {
        return new Fitting(16_000, 10_000_000, fixed, bitrate -> {
            tried.add(bitrate);
            return size.applyAsLong(bitrate);
        }).fit(1_000_000);
    }

    private static void assertFits(long size) {
        assertThat(size).isBetween(9_500_000L, 10_000_000L);
    }

    @Test
    void whatFitsIsLeftAlone() throws Exception {
        assertFits(fitted(bits -> 9_700_000, 0));
        assertThat(tried).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrTooSmallIsMadeInProportion() throws Exception {
        assertFits(fitted(bits -> 1_000_000 + bits * 11, 1_000_000));
        assertThat(tried).hasSize(2);
        tried.clear();
        assertFits(fitted(bits -> 2_000_000 + bits * 5, 1_000_000));
        assertThat(tried).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void crookedOnesAreCaughtBetweenTwo() throws Exception {
        assertFits(fitted(bits -> 4_000_000 + (long) (7e6 * Math.pow(bits / 1e6, 3)), 500_000));
        assertThat(tried).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whatHasAllThatItCanUseIsNotTriedFurther() throws Exception {
        assertThat(fitted(bits -> Math.min(4_000_000, bits * 3), 0)).isEqualTo(4_000_000);
        assertThat(tried).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theLastThatFittedStandsInTheEnd() throws Exception {
        long[] calls = {0};
        // each try but the first jumps over
        long size = fitted(bits -> bits <= 1_000_000 ? 9_000_000 : 10_500_000 + 1000 * ++calls[0], 0);
        assertThat(size).isEqualTo(9_000_000);
        assertThat(tried.getLast()).isEqualTo(1_000_000);
    }
}
