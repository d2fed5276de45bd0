package io.reelbench.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Cuts;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Judge;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short stretches around seams are planned as the whole is, with the real plans. */
class SeamTrialTest {

    @TempDir
    private static Path folder;
    private static Workplace place;
    private static Media film;
    private static final long[] KEYS = {0, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_000_000, 7_000_000};

    @BeforeAll
    static void open() throws Exception {
        org.testfx.api.FxToolkit.registerPrimaryStage();
        place = Workplace.in(folder);
        film = place.engine().probe(place.film("film.mp4", 8, 160, 90));
    }

    @AfterAll
    static void close() {
        place.close();
    }

    private static Recipe recipe(Cuts cuts, Card... cards) {
        Judge judge = place.desk().judge();
        return judge.judge(Draft.EMPTY.with(List.of(cards)).cut(cuts, judge::writes)).recipe().orElseThrow();
    }

    private static Plan plan(Recipe recipe) throws Exception {
        return place.engine().plan(recipe, film).plan().orElseThrow();
    }

    @Test
    void everySeamOfASmartCutIsTriedAlike() throws Exception {
        Cuts cuts = Cuts.of(List.of(new long[]{400_000, 3_200_000}, new long[]{4_600_000, 8_000_000}));
        Recipe recipe = recipe(cuts);
        Plan whole = plan(recipe);
        List<Seam> seams = Seam.of(cuts, whole, 8_000_000);
        assertThat(seams).first().isEqualTo(new Seam(Seam.Kind.ENCODED_COPIED, 0, 1_000_000, 1_000_000));
        assertThat(seams).contains(new Seam(Seam.Kind.JOIN, 0, 3_200_000, 4_600_000),
                new Seam(Seam.Kind.ENCODED_COPIED, 1, 5_000_000, 5_000_000));
        for (Seam seam : seams) {
            SeamTrial trial = SeamTrial.of(seam, recipe, cuts, whole, KEYS, SeamTrial.Extent.SHORT);
            Plan own = plan(trial.recipe());
            assertThat(trial.isMadeAlike(own, whole)).as("%s: %s of %s", seam, own.zones(), whole.zones()).isTrue();
            assertThat(own.estimate().lengthUs().getAsLong()).as("short").isLessThanOrEqualTo(5_000_000);
            assertThat(trial.atUs(film)).isEqualTo(trial.before().toUs() - trial.before().fromUs());
        }
    }

    @Test
    void whereMostWouldBeEncodedSomethingCopiedIsMadeWithIt() throws Exception {
        Cuts cuts = Cuts
                .of(List.of(new long[]{40_000, 1_240_000}, new long[]{2_040_000, 3_240_000}, new long[]{4_000_000, 8_000_000}));
        Recipe recipe = recipe(cuts);
        Plan whole = plan(recipe);
        assertThat(whole.copiesAroundCuts()).isTrue();
        Seam join = new Seam(Seam.Kind.JOIN, 0, 1_240_000, 2_040_000);
        assertThat(Seam.of(cuts, whole, 8_000_000)).contains(join);
        SeamTrial brief = SeamTrial.of(join, recipe, cuts, whole, KEYS, SeamTrial.Extent.SHORT);
        assertThat(brief.isMadeAlike(plan(brief.recipe()), whole)).as("all of it would be encoded").isFalse();
        SeamTrial padded = SeamTrial.of(join, recipe, cuts, whole, KEYS, SeamTrial.Extent.PADDED);
        assertThat(padded.isMadeAlike(plan(padded.recipe()), whole)).isTrue();
    }

    @Test
    void theWholeIsItself() throws Exception {
        Cuts cuts = Cuts.of(List.of(new long[]{400_000, 3_200_000}, new long[]{4_600_000, 8_000_000}));
        Recipe recipe = recipe(cuts, Card.of("scale").with("width", List.of("80")));
        Plan whole = plan(recipe);
        List<Seam> seams = Seam.of(cuts, whole, 8_000_000);
        assertThat(seams).as("all is encoded: only ranges meet")
                .containsExactly(new Seam(Seam.Kind.JOIN, 0, 3_200_000, 4_600_000));
        SeamTrial trial = SeamTrial.of(seams.getFirst(), recipe, cuts, whole, KEYS, SeamTrial.Extent.WHOLE);
        assertThat(trial.atUs(film)).isEqualTo(2_800_000);
        assertThat(trial.isMadeAlike(plan(trial.recipe()), whole)).isTrue();
        assertThat(Seam.of(cuts.making(Cuts.Making.FILES), whole, 8_000_000)).as("files do not meet").isEmpty();
    }
}
