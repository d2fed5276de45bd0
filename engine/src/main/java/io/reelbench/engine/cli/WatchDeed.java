package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Word;

/** What {@code reelbench watch} does. */
enum WatchDeed implements Word {
    LIST, ADD, REMOVE, PAUSE, RESUME, RUN;

    /** Whether it concerns folders of the list. */
    boolean names() {
        return this == REMOVE || this == PAUSE || this == RESUME;
    }
}
