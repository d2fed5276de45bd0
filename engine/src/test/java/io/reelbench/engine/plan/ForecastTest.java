package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.plan.Forecast.Seen;
import io.reelbench.engine.plan.Work.Rough;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static Rough rough(double value, String... kinds) {
        return new Rough(List.of(kinds), value, 3);
    }

    private static final List<Double> EVEN = List.of(0.22, 0.22, 0.22, 0.22, 0.12);
    private static final Rough ASKED = rough(10, "film", "x264", "x264 fast", "x264 fast of a phone");

    private static Likely after(Seen... seen) {
        return new Forecast(EVEN, List.of(seen)).of(ASKED);
    }

    private static double wide(Likely range) {
        return range.most() / range.least();
    }

    @Test
    void withoutAnythingSeenTheFormulasDoubtStands() {
        Likely range = after();
        assertThat(range.learnt()).isFalse();
        assertThat(range.least()).isCloseTo(10 / 3.0, within(0.01));
        assertThat(range.most()).isCloseTo(30, within(0.01));
    }

    @Test
    void whatIsNearerNarrowsMore() {
        Likely nothing = after();
        Likely encoder = after(new Seen(rough(5, "film", "x264", "x264 slow", "x264 slow of a phone"), 10));
        Likely same = after(new Seen(rough(5, "film", "x264", "x264 fast", "x264 fast of a phone"), 10));
        assertThat(wide(encoder)).isLessThan(wide(nothing));
        assertThat(wide(same)).isLessThan(wide(encoder)).isLessThan(6);
        assertThat(same.learnt()).isTrue();
        assertThat(Math.sqrt(same.least() * same.most())).as("it took twice of what the formula said").isBetween(14.0, 20.0);
        assertThat(after(new Seen(rough(5, "sound", "aac"), 50))).as("of another kind altogether").isEqualTo(nothing);
    }

    @Test
    void manyAlikeMakeItSureAndOneFreakDoesNotSpoilIt() {
        List<Seen> many = new ArrayList<>(Collections.nCopies(12, new Seen(ASKED, 20)));
        Likely sure = new Forecast(EVEN, many).of(ASKED);
        assertThat(sure.least()).isBetween(14.0, 20.0);
        assertThat(sure.most()).isBetween(20.0, 27.0);
        many.add(new Seen(ASKED, 2000));
        Likely spoilt = new Forecast(EVEN, many).of(ASKED);
        assertThat(spoilt.least()).isBetween(8.0, 22.0);
        assertThat(spoilt.most()).isLessThan(40);
    }

    @Test
    void clipsThatDifferStayDoubtful() {
        List<Seen> alike = Collections.nCopies(10, new Seen(ASKED, 10));
        List<Seen> apart = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            apart.add(new Seen(ASKED, 4));
            apart.add(new Seen(ASKED, 25));
        }
        assertThat(wide(new Forecast(EVEN, apart).of(ASKED))).isGreaterThan(2 * wide(new Forecast(EVEN, alike).of(ASKED)));
    }

    /** Machines, encoders, speeds and cameras that differ as the model says: four of five ranges hold the truth, and they get narrower. */
    @Test
    void fourOfFiveComeTrue() {
        Random random = new Random(4);
        int told = 0;
        int held = 0;
        for (int machine = 0; machine < 200; machine++) {
            List<Seen> seen = new ArrayList<>();
            double here = 0.4 * random.nextGaussian();
            double[] encoders = random.doubles(3).map(_ -> 0.4 * random.nextGaussian()).toArray();
            double[] cameras = random.doubles(12).map(_ -> 0.4 * random.nextGaussian()).toArray();
            for (int task = 0; task < 20; task++) {
                int e = random.nextInt(3);
                int c = random.nextInt(4);
                Rough asked = rough(10, "film", "e" + e, "e" + e + " medium", "e" + e + " of " + c);
                double real = 10 * Math.exp(here + encoders[e] + cameras[e * 4 + c] + 0.25 * random.nextGaussian());
                Likely range = new Forecast(EVEN, seen).of(asked);
                told++;
                held += range.least() <= real && real <= range.most() ? 1 : 0;
                seen.add(new Seen(asked, real));
            }
        }
        assertThat(held / (double) told).isBetween(0.75, 0.97);
    }

    @Test
    void ofManyTheDoubtEvensOutInPart() {
        List<Likely> ten = Collections.nCopies(10, new Likely(8, 12, true));
        Likely all = Likely.sum(ten);
        assertThat((all.least() + all.most()) / 2).isEqualTo(100);
        assertThat(all.most()).isBetween(106.0, 119.0);
        assertThat(Likely.sum(Collections.nCopies(10, new Likely(8, 12, false))).most()).isCloseTo(120, within(1e-9));
    }
}
