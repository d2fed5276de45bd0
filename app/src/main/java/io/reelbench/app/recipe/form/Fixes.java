package io.reelbench.app.recipe.form;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Values that would mend a problem. */
final class Fixes {

    private Fixes() {}

    static List<String> values(Problem problem, Field field) {
        Optional<String> said = problem.fix().map(Text::arguments).filter(a -> a.size() == 1).map(List::getFirst)
                .filter(value -> readable(field, value));
        return Stream.concat(said.stream(), bound(problem, field).stream()).distinct().toList();
    }

    private static boolean readable(Field field, String value) {
        try {
            field.kind().reader().read(value);
            return !value.isBlank();
        } catch (BadValue no) {
            return false;
        }
    }

    /** The nearest value that is allowed, for one outside its range. */
    private static Optional<String> bound(Problem problem, Field field) {
        if (problem.code() != Code.OUT_OF_RANGE || problem.text().arguments().isEmpty() || !Amounts.has(field.kind())) {
            return Optional.empty();
        }
        Amounts amounts = new Amounts(field);
        OptionalDouble value = amounts.value(problem.text().arguments().getFirst());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double nearest = Math.clamp(value.getAsDouble(), field.ask().min(), field.ask().max());
        return nearest == value.getAsDouble() ? Optional.empty() : Optional.of(amounts.written(nearest));
    }
}
