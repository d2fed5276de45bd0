package io.reelbench.engine.queue;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps nothing beyond this run: for a command line that waits for its own tasks, and for tests. */
public final class MemoryTaskStore implements TaskStore {

    @Override
    public List<Task> tasks() {
        return List.of();
    }

    @Override
    public List<Text> troubles() {
        return List.of();
    }

    @Override
    public CompletableFuture<Void> save(Change change) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
