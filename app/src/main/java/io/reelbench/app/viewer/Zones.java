package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Judge;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Range;
import java.util.List;
import java.util.Optional;

/** Which frames of a clip are encoded again because a cut lies there, as its plan tells. FX thread only. */
final class Zones {

    private final Judge judge;
    private Draft draft;
    private Optional<Recipe> recipe = Optional.empty();

    Zones(Judge judge) {
        this.judge = judge;
    }

    /** None while the plan is older than what is shown, and none where nothing or all of it is encoded. */
    List<Range> of(Clip clip) {
        return plan(clip).map(Plan::zones).orElse(List.of());
    }

    /** The plan of what the clip is to become now; empty while it is made. */
    Optional<Plan> plan(Clip clip) {
        if (!(clip.planning().get() instanceof Planning.Ready ready) || ready.plan().sources().size() > 1) {
            return Optional.empty();
        }
        if (!clip.draft().get().equals(draft)) {
            draft = clip.draft().get();
            recipe = judge.judge(draft).recipe();
        }
        return ready.judged().recipe().equals(recipe) ? Optional.of(ready.plan()) : Optional.empty();
    }
}
