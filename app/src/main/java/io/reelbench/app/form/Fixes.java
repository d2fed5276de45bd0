package io.reelbench.app.form;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values that would mend a problem. */
final class Fixes {

    private Fixes() {}

    static List<String> values(Problem problem, Field field) {
        Optional<String> said = problem.fix().map(Text::arguments).filter(a -> a.size() == 1).map(List::getFirst)
                .filter(value -> readable(field, value));
        return Stream.concat(said.stream(), problem.fixes().stream().flatMap(fix -> value(fix, field).stream())).distinct()
                .toList();
    }

    /** What a change of the recipe would put into this very field, and nowhere else. */
    static Optional<String> value(Fix fix, Field field) {
        return fix instanceof Fix.Choose choose && choose.options().keySet().equals(Set.of(field.name()))
                && choose.options().get(field.name()).size() == 1
                        ? Optional.of(choose.options().get(field.name()).getFirst())
                        : Optional.empty();
    }

    private static boolean readable(Field field, String value) {
        try {
            field.kind().reader().read(value);
            return !value.isBlank();
        } catch (BadValue no) {
            return false;
        }
    }
}
