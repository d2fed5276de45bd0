package io.reelbench.app.shell;

import io.reelbench.engine.problem.Message;

/** The words of the window as a whole. */
enum ShellWords implements Message {
    BENCH("Bench"), CLOSES_SOON("All is done. Reelbench closes in a minute."),
    SLEEPS_SOON("All is done. The computer goes to sleep in a minute."),
    ENDS_SOON("All is done. The computer shuts down in a minute."),
    CALL_OFF("Not now"), HISTORY("History"), WATCH_FOLDERS("Watch folders"), CLIP_HISTORY("What was done to this clip"),
    CLIPS("Clips"), SETTINGS("Settings"), ACCOUNTS("Accounts"),
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
