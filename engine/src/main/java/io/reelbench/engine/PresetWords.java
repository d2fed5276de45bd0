package io.reelbench.engine;

import io.reelbench.engine.problem.Message;

/** The sentences about presets. */
enum PresetWords implements Message {
    NOT_READ("The preset {0} cannot be read: {1}"), TOO_LARGE("a file of presets is at most {0}"), WITH_FIX("{0} — {1}");

    private final String english;

    PresetWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
