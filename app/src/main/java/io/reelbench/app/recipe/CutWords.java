package io.reelbench.app.recipe;

import io.reelbench.engine.problem.Message;

/** What the recipe says of clips that have ranges of their own. */
enum CutWords implements Message {
    RANGES("{0} ranges"), RANGES_LONG("{0} ranges · {1}"), OWN_FILM("{0} ranges joined to one film"),
    OWN_FILES("{0} ranges, one file each"), OWN_IN("{0} of {1} clips with ranges of their own"),
    OWN_IN_ALL("Each clip with its own ranges");

    private final String english;

    CutWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
