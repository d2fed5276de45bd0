package io.reelbench.app.look;

import io.reelbench.engine.problem.Message;

/** What small parts of every region say. */
enum LookWords implements Message {
    CLOSE_NOTE("Close this note"), NOT_THERE("File is not there"), EMPTY("Empty file, 0 bytes"),
    NOT_MEDIA("Not a picture, sound or film"), PLAYLIST("A playlist or script, not a clip"),
    ENCRYPTED("Encrypted, cannot be read"), CANNOT_DECODE("Cannot decode {0}"), TOO_LARGE("Too large: {0}"),
    NO_PERMISSION("No permission to read it"), NO_ANSWER("The disk does not answer"), CANNOT_READ("Cannot be read");

    private final String english;

    LookWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
