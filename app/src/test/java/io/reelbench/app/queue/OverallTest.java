package io.reelbench.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.queue.Overall.Left;
import io.reelbench.app.queue.Overall.Part;
import io.reelbench.app.queue.Overall.Phase;
import io.reelbench.engine.plan.Likely;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OverallTest {

    private static final long MINUTE = 60_000_000;

    @Test
    void largeClipsCountForMore() {
        Overall overall = Overall.of(List.of(done(30, MINUTE), running(60, 0.5, MINUTE), waiting(10), part(Phase.FAILED, 20)), 3);
        assertThat(overall.fraction()).isEqualTo(60 / 120.0);
        assertThat(overall.done()).isEqualTo(1);
        assertThat(overall.total()).isEqualTo(4);
    }

    @Test
    void nothingIsSaidWhileNothingWasMeasured() {
        assertThat(Overall.of(List.of(waiting(10), waiting(10)), 3).left()).isEmpty();
        assertThat(Overall.of(List.of(running(10, 0, 0), waiting(10)), 3).left()).isEmpty();
        assertThat(Overall.of(List.of(done(10, MINUTE)), 3).left()).as("nothing is left to do").isEmpty();
        assertThat(Overall.of(List.of(), 3)).isEqualTo(Overall.NOTHING);
    }

    @Test
    void whatWaitsTakesAsLongAsItsLike() {
        Left left = Overall.of(List.of(done(10, MINUTE), done(10, MINUTE), waiting(30), waiting(30), waiting(30)), 3).left()
                .get();
        assertThat(left.leastUs()).isBetween(MINUTE * 2, 3 * MINUTE);
        assertThat(left.mostUs()).isBetween(3 * MINUTE, 4 * MINUTE);
    }

    @Test
    void aFewHugeClipsAmongSmallOnesDoNotMakeMinutesHours() {
        Left left = Overall
                .of(List.of(done(1, MINUTE), done(2, MINUTE), done(200, 2 * MINUTE), waiting(300), waiting(1), waiting(2)), 1)
                .left().get();
        assertThat(left.leastUs()).isGreaterThan(MINUTE);
        assertThat(left.mostUs()).isLessThan(8 * MINUTE);
    }

    @Test
    void theLongestTaskIsTheLeastThatIsLeft() {
        Left left = Overall.of(List.of(running(10, 0.5, 30 * MINUTE), running(10, 0.9, MINUTE)), 3).left().get();
        assertThat(left.leastUs()).isBetween(20 * MINUTE, 30 * MINUTE);
        assertThat(left.mostUs()).isBetween(30 * MINUTE, 40 * MINUTE);
    }

    @Test
    void whatDiffersMuchIsSaidWithMoreDoubt() {
        Left sure = Overall.of(List.of(done(10, MINUTE), done(10, MINUTE), waiting(100)), 1).left().get();
        Left unsure = Overall.of(List.of(done(10, MINUTE), done(10, 5 * MINUTE), waiting(100)), 1).left().get();
        assertThat(ratio(unsure)).isGreaterThan(ratio(sure));
    }

    @Test
    void whatWasLearntIsSaidBeforeAnythingRuns() {
        Part minute = expected(Phase.WAITING, 50, 70, OptionalLong.empty());
        Left one = Overall.of(List.of(minute), 3).left().get();
        assertThat(one.leastUs()).isBetween(49 * MINUTE / 60, MINUTE);
        assertThat(one.mostUs()).isBetween(MINUTE, 71 * MINUTE / 60);
        Left six = Overall.of(java.util.Collections.nCopies(6, minute), 3).left().get();
        assertThat((six.leastUs() + six.mostUs()) / 2).as("one alone fills the machine").isEqualTo(6 * MINUTE);
    }

    @Test
    void aMachineThatDoesThreeAsQuicklyAsOneIsFoundOut() {
        Part minute = expected(Phase.WAITING, 50, 70, OptionalLong.empty());
        Part done = expected(Phase.DONE, 50, 70, OptionalLong.of(MINUTE));
        Left left = Overall.of(List.of(done, done, done, minute, minute, minute), 3).left().get();
        assertThat((left.leastUs() + left.mostUs()) / 2).isEqualTo(MINUTE);
    }

    /** Its first seconds are those of a first pass, beside pictures that are still made. */
    @Test
    void whatHasJustBegunDoesNotSpoilTheRest() {
        Part waiting = expected(Phase.WAITING, 2, 4, OptionalLong.empty());
        Part begun = new Part(Phase.RUNNING, "r", 100, OptionalDouble.of(0.04), OptionalLong.of(30_000_000), OptionalLong.empty(),
                waiting.expected());
        List<Part> all = new ArrayList<>(Collections.nCopies(8, waiting));
        all.addAll(Collections.nCopies(3, begun));
        Overall.Left left = Overall.of(all, 3).left().orElseThrow();
        assertThat(left.mostUs()).as("eight of about 3 s, and three of 30 s at most").isLessThan(90_000_000L);
    }

    private static Part expected(Phase phase, double least, double most, OptionalLong took) {
        return new Part(phase, "recipe", 10, OptionalDouble.empty(), OptionalLong.empty(), took,
                Optional.of(new Likely(least, most, true)));
    }

    private static double ratio(Left left) {
        return (double) left.mostUs() / left.leastUs();
    }

    private static Part done(double weight, long us) {
        return new Part(Phase.DONE, "recipe", weight, OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.of(us),
                Optional.empty());
    }

    private static Part running(double weight, double fraction, long eta) {
        return new Part(Phase.RUNNING, "recipe", weight, OptionalDouble.of(fraction),
                eta == 0 ? OptionalLong.empty() : OptionalLong.of(eta), OptionalLong.empty(), Optional.empty());
    }

    private static Part waiting(double weight) {
        return part(Phase.WAITING, weight);
    }

    private static Part part(Phase phase, double weight) {
        return new Part(phase, "recipe", weight, OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(),
                Optional.empty());
    }
}
