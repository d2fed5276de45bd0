package io.reelbench.engine.problem;

import java.util.Locale;

/** What kind of mistake a {@link Problem} is; programs decide by this and never by the sentence. */
public enum Code {
    REQUIRED, UNKNOWN_OPTION, UNKNOWN_VALUE, BAD_SYNTAX, OUT_OF_RANGE, CHOOSE_ONE, NEEDS_OTHER, PAST_END, NEEDS_PICTURE,
    NEEDS_SOUND,
    NEEDS_SUBTITLE, NEEDS_STILL, NO_SUCH_TRACK, MISSING_FILE, CODEC_CONTAINER, NOT_AVAILABLE, TOO_FEW, TOO_MANY,
    /** A warning: the steps would do better in another order. */
    ORDER,
    /** A warning: the step would change nothing. */
    NOTHING_TO_DO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
