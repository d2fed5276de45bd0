package io.reelbench.engine.queue;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps tasks. Changes are written in the order in which they are given, and their futures complete in that order. */
public interface TaskStore extends AutoCloseable {

    /**
     * Something to write, all of it or nothing for up to a thousand tasks.
     *
     * @param put     tasks as they are now
     * @param removed ids
     * @param durable whether it must survive a power cut before it counts; else only the end of this program
     */
    record Change(List<Task> put, List<String> removed, boolean durable) {

        static Change durable(List<Task> put) {
            return new Change(put, List.of(), true);
        }

        static Change light(List<Task> put) {
            return new Change(put, List.of(), false);
        }

        /** Writes nothing: its future tells when everything before it is written. */
        static Change nothing() {
            return light(List.of());
        }
    }

    /** What was there when it was opened, in no order. */
    List<Task> tasks();

    /** What a person should know about how that went. */
    List<Text> troubles();

    /** Completes when it is written; exceptionally when it cannot be, and then so do all that follow. Never blocks. */
    CompletableFuture<Void> save(Change change);

    /** Everything that was ever kept. */
    default Archive archive() {
        return Archive.NOTHING;
    }

    /** Writes what waits and closes. */
    @Override
    void close();
}
