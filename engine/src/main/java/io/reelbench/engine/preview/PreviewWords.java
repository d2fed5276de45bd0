package io.reelbench.engine.preview;

import io.reelbench.engine.problem.Message;

/** The sentences of previews. */
enum PreviewWords implements Message {
    NO_FRAME("nothing of its picture can be decoded here ({0})"), NO_START("its beginning cannot be read ({0})"),
    PIXELS("{0} pixels"),
    NOT_ENCODED("The encoder does not start in the preview, so what it loses is not shown."),
    TOO_FEW_BEFORE("Filters that look at earlier frames had too few of them here.");

    private final String english;

    PreviewWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    /** The sentence itself, for a failure's reason. */
    String say(Object... arguments) {
        return with(arguments).toString();
    }
}
