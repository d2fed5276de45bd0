package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Ask;

/**
 * How the queue works.
 *
 * @param tasks so many run at once
 */
public record Work(
        @Ask(value = "Tasks at once", help = "More than two rarely finishes sooner on this computer.", min = 1, max = 3) int tasks,
        @Ask(value = "When the queue is done", help = "Said a minute before, and only after work that was seen to its end.") AfterWork whenDone,
        @Ask(value = "Keep the computer awake", help = "It does not go to sleep by itself while tasks run.") boolean keepAwake) {

    public Work() {
        this(3, AfterWork.NOTHING, true);
    }
}
