package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Word;

/** What happens when nothing in the queue is left to be done. */
public enum AfterWork implements Word {
    NOTHING, TELL("Tell me"), CLOSE("Close Reelbench"), SLEEP("Let the computer sleep"), SHUT_DOWN("Shut the computer down");

    private final String title;

    AfterWork() {
        this("Nothing");
    }

    AfterWork(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
