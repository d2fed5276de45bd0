package io.reelbench.app.room;

import io.reelbench.engine.problem.Message;

/** What is said when another program does not take a file. */
enum OutsideWords implements Message {
    NO_POWER("The system did not let the computer sleep or shut down"), NO_NOTE("The system did not show a note"),
    NO_PROGRAM("No program of this computer opens {0}"),
    NO_FOLDER_SHOWN("The folder of {0} cannot be shown"),
    OUTPUT_GONE("{0} is not there any more");

    private final String english;

    OutsideWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
