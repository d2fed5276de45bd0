package io.reelbench.engine.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void pausesDoubleWithinTheirBounds() {
        for (int before = 0; before < 200; before++) {
            Duration pause = Patience.USUAL.before(before);
            long whole = Math.min(60_000, 1000L << Math.min(before, 20));
            assertThat(pause).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7|7", "0|0", "86400|600", "999999999|600", "Thu, 01 Jan 2026 00:00:30 GMT|30",
            "Wed, 31 Dec 2025 23:59:00 GMT|0", "Fri, 02 Jan 2026 00:00:00 GMT|600", "soon|-1", "-5|-1", "1.5|-1"})
    void aServersWishIsReadInBothForms(String text, long seconds) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(text)), (_, _) -> true);
        assertThat(Patience.USUAL.asked(headers, NOW).map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    }
}
