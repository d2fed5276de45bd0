package io.reelbench.app.desk;

import io.reelbench.engine.problem.Message;

/** What is said while tasks of the queue are edited on the bench. */
public enum EditWords implements Message {
    EDIT("Edit the recipe"), EDITING_ONE("Editing a task of the queue."), EDITING_MANY("Editing {0} tasks of the queue."),
    APPLY_ONE("Apply to the task"), APPLY_MANY("Apply to {0} tasks"), STOP("Leave as it was"),
    STOP_TIP("The tasks stay as they are, and the clips get their own recipe back"), STOP_ACTION("Stop editing tasks"),
    APPLIED_ONE("The task has the new recipe"), APPLIED_MANY("{0} tasks have the new recipe"),
    DEED_ONE("Change the recipe of a task"), DEED_MANY("Change the recipe of {0} tasks");

    private final String english;

    EditWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    /** In the language of the window. */
    public String say(Object... arguments) {
        return with(arguments).toString();
    }
}
