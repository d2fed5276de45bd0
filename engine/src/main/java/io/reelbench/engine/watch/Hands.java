package io.reelbench.engine.watch;

import io.reelbench.engine.problem.FailedException;
import java.nio.file.Path;
import java.util.List;

/** What watching asks of the queue. */
public interface Hands {

    /** Gives clips to the queue, one task each; returns when they are safe. */
    void submit(Watched watched, List<Path> files) throws FailedException, InterruptedException;

    /** Whether some task made a file, or is just giving it its name. */
    boolean isOurs(Path file) throws FailedException;

    /** Whether the queue has, or had, a task for a file as it is, asked for since a moment. */
    boolean has(Path file, long bytes, long modifiedMs, long sinceMs) throws FailedException;
}
