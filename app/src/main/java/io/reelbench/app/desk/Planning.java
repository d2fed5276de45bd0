package io.reelbench.app.desk;

import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;

/** How far the plan of one clip is. */
public sealed interface Planning {

    /** There is nothing to plan: no step, or the clip is not known yet, or cannot be read. */
    record None() implements Planning {
    }

    /** Being made. */
    record Underway() implements Planning {
    }

    /**
     * It will work.
     *
     * @param warnings problems that do not keep it from running
     * @param fare     when it is done elsewhere
     */
    record Ready(Judged judged, Plan plan, List<Problem> warnings, Optional<Fare> fare) implements Planning {
    }

    /** It cannot work as it stands. */
    record Impossible(Judged judged, List<Problem> problems) implements Planning {
    }

    /** It could not be planned: the file went away, or cannot be read. */
    record Failed(Failure failure) implements Planning {
    }
}
