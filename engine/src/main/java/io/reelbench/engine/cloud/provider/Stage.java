package io.reelbench.engine.cloud.provider;

/** Where a job is that somebody else does. */
public enum Stage {
    IN_LINE, WORKING, DONE, FAILED, CANCELLED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
