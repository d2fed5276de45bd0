package io.reelbench.engine.queue;

/** Which tasks run first; within one priority their order in the queue decides. */
public enum Priority {
    HIGH, NORMAL, LOW
}
