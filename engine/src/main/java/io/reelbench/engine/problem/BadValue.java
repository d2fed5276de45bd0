package io.reelbench.engine.problem;

import java.util.Optional;

/** A text that a value type cannot parse. The schema adds the option's name and makes a {@link Problem} of it. */
public final class BadValue extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final transient Text text;
    private final transient Optional<Text> fix;

    public BadValue(Code code, Text text) {
        this(code, text, Optional.empty());
    }

    public BadValue(Code code, Text text, Optional<Text> fix) {
        super(text.toString());
        this.code = code;
        this.text = text;
        this.fix = fix;
    }

    public Problem of(String option) {
        return new Problem(option, code, text, fix);
    }

    public Text text() {
        return text;
    }
}
