package io.reelbench.engine.queue;

import io.reelbench.engine.problem.FailedException;
import java.util.List;

/** All tasks there ever were, also those that were taken off the list. Everything blocks for the disk; safe for any thread. */
public interface Archive {

    /** Of a queue that keeps nothing. */
    Archive NOTHING = new Archive() {
        @Override
        public int count(ArchiveQuery query) {
            return 0;
        }

        @Override
        public List<Task> page(ArchiveQuery query, int from, int most) {
            return List.of();
        }

        @Override
        public List<String> operations() {
            return List.of();
        }
    };

    /** How many a query finds. */
    int count(ArchiveQuery query) throws FailedException;

    /**
     * Some of those that a query finds, the latest first.
     *
     * @param from index of the first
     */
    List<Task> page(ArchiveQuery query, int from, int most) throws FailedException;

    /** The ids of all operations that any task had. */
    List<String> operations() throws FailedException;
}
