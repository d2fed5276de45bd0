package io.reelbench.engine.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One thing wrong with one option, found before anything runs.
 *
 * @param option the option as every face spells it ({@code start}), or empty when the whole step is meant
 * @param code   what kind of mistake it is
 * @param text   what is wrong, with the value that was given and the range that is allowed
 * @param fix    what to do instead, when that is more than the text already says
 * @param step   which step of a recipe it concerns, from 0: two steps may have options of one name; empty when it concerns the whole
 * @param fixes  changes of the recipe of which each alone would mend it; the likeliest first
 */
public record Problem(String option, Code code, Text text, Optional<Text> fix, OptionalInt step, List<Fix> fixes) {

    public Problem {
        // a task stored by an older version has neither
        step = step == null ? OptionalInt.empty() : step;
        fixes = fixes == null ? List.of() : List.copyOf(fixes);
    }

    public Problem(String option, Code code, Text text, Optional<Text> fix, OptionalInt step) {
        this(option, code, text, fix, step, List.of());
    }

    public Problem(String option, Code code, Text text) {
        this(option, code, text, Optional.empty());
    }

    public Problem(String option, Code code, Text text, Optional<Text> fix) {
        this(option, code, text, fix, OptionalInt.empty());
    }

    public Problem(String option, Code code, Text text, Text fix) {
        this(option, code, text, Optional.of(fix));
    }

    /** The same, of a step of a recipe. */
    public Problem at(int index) {
        return new Problem(option, code, text, fix, OptionalInt.of(index), fixes.stream().map(f -> f.at(index)).toList());
    }

    /** The same, mended by one more change. */
    public Problem mendedBy(Fix... more) {
        return new Problem(option, code, text, fix, step, Stream.concat(fixes.stream(), Stream.of(more)).toList());
    }

    /** A warning does not keep a task from running. */
    public boolean isWarning() {
        return code == Code.NOTHING_TO_DO || code == Code.ORDER;
    }

    @Override
    public String toString() {
        String what = option.isEmpty() ? text.toString() : option + ": " + text;
        return fix.map(f -> what + " - " + f).orElse(what);
    }
}
