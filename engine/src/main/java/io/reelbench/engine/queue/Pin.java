package io.reelbench.engine.queue;

/** Holds a listener to what it listens to. */
@FunctionalInterface
public interface Pin extends AutoCloseable {

    /** Lets go; a call under way still ends. */
    @Override
    void close();
}
