package io.reelbench.engine.gather;

import io.reelbench.engine.problem.Message;

/** The sentences about inputs that stand for no clip. */
enum GatherWords implements Message {
    MISSING_INPUT("There is no file {0}."), MISSING_INPUT_FIX("Check the name; quotes are needed around blanks."),
    EMPTY_FOLDER("{0} holds no pictures, sound or films."), EMPTY_FOLDER_FIX("Name a file of it to open it all the same."),
    NO_FOLDER_READ("The folder {0} cannot be read."), NO_FOLDER_READ_FIX("Give yourself permission to read it.");

    private final String english;

    GatherWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
