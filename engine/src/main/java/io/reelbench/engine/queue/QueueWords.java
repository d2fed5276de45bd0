package io.reelbench.engine.queue;

import io.reelbench.engine.problem.Message;

/** The sentences about the queue itself. */
enum QueueWords implements Message {
    THE_ARCHIVE("the list of past tasks"),
    MOVED_ASIDE(
            "The list of tasks could not be opened ({0}). It was kept as {1}, and {2} open tasks were restored from the journal."),
    RESTORED("{0} tasks were missing or damaged in the list and were restored from the journal."),
    LOST("The records of {0} finished tasks are damaged and are not shown any more; their outputs are not touched."),
    STOPPED("The list of tasks cannot be written any more ({0}). No further task is started; free some space or check the disk, then start the program again."),
    NOT_SWEPT("A left-over of {0} could not be removed: {1}"),
    UNKNOWN_KIND("This version cannot run tasks of the kind “{0}”."),
    IN_USE("The list of tasks is in use by another program.");

    private final String english;

    QueueWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
