package io.reelbench.engine.reuse;

import io.reelbench.engine.problem.Message;

/** The sentences about results that were there already. */
enum ReuseWords implements Message {
    SAME_AS("The same as {0}: taken from {1}.");

    private final String english;

    ReuseWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
