package io.reelbench.engine.watch;

import io.reelbench.engine.problem.Message;

/** The sentences of watched folders. */
enum WatchWords implements Message {
    NO_FOLDER("a folder to watch is needed"), NOT_A_FOLDER("{0} is no folder"), NO_PRESET("there is no preset called “{0}”"),
    WHICH_PRESET("a preset is needed"),
    JOINS("“{0}” makes one of several clips, which a watched folder cannot"), TWICE("{0} is watched already"),
    UNREADABLE("The list of watched folders in {0} cannot be read and was kept as {1}. Nothing is watched."),
    FORGOTTEN("What was done in watched folders could not be read; what lies in them now counts as done."),
    NOT_TAKEN("{0} could not be added to the queue: {1}"), NOT_READ("The folder cannot be read: {0}");

    private final String english;

    WatchWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
