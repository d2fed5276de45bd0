package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Message;

/** What is said of marks that were found in a clip. */
enum MarkWords implements Message {
    FIND("Find scenes and pauses"), STOP("Stop finding"), FINDING("Finding scenes and pauses"), SLICE("Slice there"),
    ONE_SCENE("{0} scene change"), SCENES("{0} scene changes"), ONE_BLACK("{0} black"), BLACKS("{0} black"),
    ONE_PAUSE("{0} pause"), PAUSES("{0} pauses"), KIND_TIP("Shown on the timeline, and cut at by Slice there"),
    NOTHING("No scene change, no black, no pause");

    private final String english;

    MarkWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    /** So many of a kind. */
    static MarkWords of(Mark.Kind kind, long count) {
        return switch (kind) {
            case SCENE -> count == 1 ? ONE_SCENE : SCENES;
            case BLACK -> count == 1 ? ONE_BLACK : BLACKS;
            case SILENCE -> count == 1 ? ONE_PAUSE : PAUSES;
        };
    }
}
