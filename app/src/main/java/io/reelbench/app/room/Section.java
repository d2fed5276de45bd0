package io.reelbench.app.room;

import io.reelbench.engine.problem.Message;

/** Parts of the window that actions belong to, as the command box and the table of keys name them. */
public enum Section implements Message {
    CLIPS("Clips"), VIEWER("Viewer"), TIMELINE("Timeline"), RECIPE("Recipe"), STEPS("Add to recipe"), QUEUE("Queue"),
    WINDOW("Window"), EDIT("Edit"), HISTORY("History"), WATCH_FOLDERS("Watch folders"), GENERATE("Generate"),
    SETTINGS("Settings");

    private final String english;

    Section(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
