package io.reelbench.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * What a plan made when it was tried beside the queue. Whoever asked for it closes it, and then the files are gone.
 *
 * @param files the plan's products in order
 */
public record Tried(List<Path> files, Runnable forget) implements AutoCloseable {

    /** Removes the files, which blocks for a moment. */
    @Override
    public void close() {
        forget.run();
    }
}
