package io.reelbench.engine.problem;

import java.util.Optional;

/**
 * One thing wrong with one option, found before anything runs.
 *
 * @param option the option as every face spells it ({@code start}), or empty when the whole step is meant
 * @param code   what kind of mistake it is
 * @param text   what is wrong, with the value that was given and the range that is allowed
 * @param fix    what to do instead, when that is more than the text already says
 */
public record Problem(String option, Code code, Text text, Optional<Text> fix) {

    public Problem(String option, Code code, Text text) {
        this(option, code, text, Optional.empty());
    }

    public Problem(String option, Code code, Text text, Text fix) {
        this(option, code, text, Optional.of(fix));
    }

    /** A warning does not keep a task from running. */
    public boolean isWarning() {
        return code == Code.NOTHING_TO_DO;
    }

    @Override
    public String toString() {
        String what = option.isEmpty() ? text.toString() : option + ": " + text;
        return fix.map(f -> what + " - " + f).orElse(what);
    }
}
