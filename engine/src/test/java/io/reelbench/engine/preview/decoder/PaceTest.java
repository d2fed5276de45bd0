package io.reelbench.engine.preview.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MS = 1_000_000;

    private long now = 5_000 * MS;
    private OptionalLong heard = OptionalLong.empty();

    private Pace pace(double speed) {
        return new Pace(speed, () -> heard, () -> now);
    }

    @Test
    void withoutSoundItGoesByTheClock() {
        Pace pace = pace(2);
        assertThat(pace.us()).isZero();
        pace.start(1_000_000, false);
        now += 500 * MS;
        assertThat(pace.us()).isEqualTo(2_000_000);
        assertThat(pace.until(2_200_000)).isEqualTo(100 * MS);
        assertThat(pace.until(1_800_000)).isNegative();
    }

    @Test
    void backwardsLaterIsLess() {
        Pace pace = pace(-1);
        pace.start(1_000_000, false);
        now += 300 * MS;
        assertThat(pace.us()).isEqualTo(700_000);
        assertThat(pace.until(600_000)).isEqualTo(100 * MS);
    }

    @Test
    void theFirstSoundIsWaitedFor() {
        Pace pace = pace(1);
        pace.start(1_000_000, true);
        now += 100 * MS;
        assertThat(pace.us()).isEqualTo(1_000_000);
        heard = OptionalLong.of(1_010_000);
        now += MS;
        assertThat(pace.us()).isEqualTo(1_010_000);
    }

    @Test
    void soundThatDoesNotComeIsNotWaitedForForEver() {
        Pace pace = pace(1);
        pace.start(0, true);
        now += 400 * MS;
        assertThat(pace.us()).isEqualTo(100_000);
        now += 100 * MS;
        assertThat(pace.us()).isEqualTo(200_000);
    }

    @Test
    void soundIsFollowedGentlyNearbyAndJoinedFarAway() {
        Pace pace = pace(1);
        pace.start(0, true);
        heard = OptionalLong.of(0);
        assertThat(pace.us()).isZero();
        now += 100 * MS;
        heard = OptionalLong.of(140_000);
        assertThat(pace.us()).isEqualTo(105_000);
        now += 100 * MS;
        heard = OptionalLong.of(400_000);
        assertThat(pace.us()).isEqualTo(400_000);
        // it has run dry: the clock goes on
        heard = OptionalLong.empty();
        now += 50 * MS;
        assertThat(pace.us()).isEqualTo(450_000);
    }
}
