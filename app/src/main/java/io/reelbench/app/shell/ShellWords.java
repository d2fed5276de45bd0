package io.reelbench.app.shell;

import io.reelbench.engine.problem.Message;

/** The words of the window as a whole. */
enum ShellWords implements Message {
    BENCH("Bench"), HISTORY("History"), WATCH_FOLDERS("Watch folders"), CLIP_HISTORY("What was done to this clip"),
    CLIPS("Clips"), SETTINGS("Settings"),
    GO_TO("Go to {0}"), ROOMS("Rooms"), WINDOW("Window"), SETTING("Setting"),
    SEARCH("Search clips, actions and settings");

    private final String english;

    ShellWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
