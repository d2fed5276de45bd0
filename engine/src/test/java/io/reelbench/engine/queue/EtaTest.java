package io.reelbench.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EtaTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private final Eta eta = new Eta(START);

    @Test
    void nothingIsSaidTooEarly() {
        assertThat(at(1000, 0.01)).isEmpty();
        assertThat(at(2000, 0.03)).isPresent();
        Eta later = new Eta(START);
        later.advance(OptionalDouble.of(0.01));
        assertThat(later.left(START.plusSeconds(4))).hasValue(396_000_000);
        assertThat(new Eta(START).left(START.plusSeconds(60))).isEmpty();
    }

    @Test
    void aSteadyRunCountsDownSteadily() {
        for (int second = 10; second <= 90; second += 10) {
            assertThat(at(second * 1000, second / 100.0)).hasValue((100 - second) * 1_000_000L);
        }
    }

    @Test
    void aJumpIsSmoothed() {
        at(10_000, 0.1);
        long after = at(11_000, 0.5).getAsLong();
        assertThat(after).isBetween(11_000_000L, 89_000_000L);
    }

    @Test
    void aPauseDoesNotCount() {
        at(10_000, 0.1);
        eta.pausedFor(Duration.ofHours(1));
        assertThat(at(3_610_000 + 1000, 0.11).getAsLong()).isCloseTo(89_000_000L, org.assertj.core.data.Offset.offset(1000L));
    }

    private OptionalLong at(long ms, double fraction) {
        eta.advance(OptionalDouble.of(fraction));
        return eta.left(START.plusMillis(ms));
    }
}
