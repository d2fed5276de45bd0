package io.reelbench.engine.schema;

import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading options.
 *
 * @param value    empty when there is any problem that is not just a warning
 * @param problems all of them, not only the first
 */
public record Reading<T>(Optional<T> value, List<Problem> problems) {

    public static <T> Reading<T> of(T value, List<Problem> problems) {
        boolean good = problems.stream().allMatch(Problem::isWarning);
        return new Reading<>(good ? Optional.of(value) : Optional.empty(), List.copyOf(problems));
    }
}
