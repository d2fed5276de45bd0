package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** What can be wrong with a written command before it is read. */
enum CommandWords implements Message {
    COMMAND_REQUIRED("give the command, such as “-vf hflip -c:a copy”"),
    ALONE("a written command stands alone: no other step can be above or below it"),
    TOO_MANY("at most {0} files can be given"),
    GIVEN_TWICE("“{0}” stands for a file already"),
    ALLOW("allow “{0}” for one run");

    private final String english;

    CommandWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
