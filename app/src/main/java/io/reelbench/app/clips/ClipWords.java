package io.reelbench.app.clips;

import io.reelbench.engine.problem.Message;

/** What is said about choosing, finding and grouping clips. */
enum ClipWords implements Message {
    FILTER("Filter clips"), GRID("Clips as pictures"), AS_GRID("Clips as pictures or as a list"),
    ORDER("Order and view of clips"), SHOW_ALL("Show all clips"),
    SHOWN("{0} of {1} shown: {2}"), ALL("Show all"), BETWEEN(", "),
    NONE_CALLED("No clip is called “{0}”"), NONE_SUCH("No clip is like that"),
    VIDEO("Video"), SOUND("Sound only"), STILL("Pictures"), HDR("HDR"), VFR("Uneven frame rate"), INTERLACED("Interlaced"),
    TURNED("Turned or mirrored"), ALPHA("Transparent"), TROUBLE("Damaged, offline or unreadable"), FROM("From {0}"),
    SELECT_FOLDER("Select the clips of this folder"),
    FIND_FILE("Find the file…"), FIND_TITLE("Find {0}"), RELINK_ONE("Find the file of a clip"),
    RELINK_MANY("Find the files of {0} clips");

    private final String english;

    ClipWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
