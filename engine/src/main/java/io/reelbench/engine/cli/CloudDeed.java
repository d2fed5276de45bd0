package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Word;

/** What {@code reelbench cloud} does. */
enum CloudDeed implements Word {
    LIST, ADD, CHANGE, TEST, REMOVE, SERVICES, STATUS;

    /** Whether it wants the names of accounts. */
    boolean names() {
        return this != LIST && this != SERVICES && this != STATUS;
    }
}
