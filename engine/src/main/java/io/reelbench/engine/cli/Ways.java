package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What would mend a problem, in the words of the window and with the options to type. */
final class Ways {

    private Ways() {}

    /** @param flags whether options are typed with their dashes, not written in a recipe */
    static Optional<String> of(Problem problem, boolean flags) {
        List<String> ways = new ArrayList<>(problem.fix().map(Text::toString).stream().toList());
        problem.fixes().stream().filter(fix -> !(fix instanceof Fix.Allow))
                .forEach(fix -> ways.add(fix.text() + typed(fix, problem.option(), flags)));
        return ways.isEmpty() ? Optional.empty() : Optional.of(String.join(", or ", ways));
    }

    /** The option that the problem is about needs no naming; another step does. */
    private static String typed(Fix fix, String option, boolean flags) {
        if (fix instanceof Fix.Replace replace) {
            return " (" + replace.op() + ")";
        }
        if (!(fix instanceof Fix.Choose choose) || choose.options().keySet().equals(Set.of(option))
                || choose.options().values().stream().allMatch(List::isEmpty)) {
            return "";
        }
        return choose.options().entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(o -> !o.getValue().isEmpty())
                .map(o -> flags
                        ? "--" + o.getKey() + " " + String.join(",", o.getValue())
                        : o.getKey() + ": " + String.join(",", o.getValue()))
                .collect(Collectors.joining(flags ? " " : ", ", " (", ")"));
    }
}
