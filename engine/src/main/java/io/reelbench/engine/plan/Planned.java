package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of planning.
 *
 * @param plan     empty when a problem that is not just a warning stands in the way
 * @param problems all of them
 */
public record Planned(Optional<Plan> plan, List<Problem> problems) {
}
