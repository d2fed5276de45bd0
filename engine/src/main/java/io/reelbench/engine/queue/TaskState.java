package io.reelbench.engine.queue;

import java.util.EnumSet;
import java.util.Set;

/** Where a task is in its life, and what may come next. */
public enum TaskState {
    /** For a slot. */
    WAITING,
    /** In a slot. */
    RUNNING,
    /** Held back, or stopped in the middle with its process still there. */
    PAUSED,
    /** Out of its slot: its product is checked and placed. */
    VERIFYING,
    /** Checked and under its final name. */
    DONE, FAILED, CANCELLED,
    /** A file of its name was there and was to be left alone. */
    SKIPPED;

    /** Whether nothing more will happen to it by itself. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED || this == SKIPPED;
    }

    /** Whether work on it has begun and is not over. */
    public boolean isActive() {
        return this == RUNNING || this == VERIFYING;
    }

    boolean canBecome(TaskState next) {
        Set<TaskState> then = switch (this) {
            // VERIFYING: its process, stopped in the middle, ended by itself
            case WAITING -> EnumSet.of(RUNNING, PAUSED, VERIFYING, FAILED, CANCELLED, SKIPPED);
            case RUNNING -> EnumSet.of(PAUSED, VERIFYING, FAILED, CANCELLED, SKIPPED, DONE, WAITING);
            case PAUSED -> EnumSet.of(WAITING, RUNNING, VERIFYING, FAILED, CANCELLED, DONE);
            case VERIFYING -> EnumSet.of(DONE, FAILED, CANCELLED, SKIPPED, WAITING);
            case FAILED, CANCELLED, SKIPPED -> EnumSet.of(WAITING);
            case DONE -> EnumSet.noneOf(TaskState.class);
        };
        return then.contains(next);
    }
}
