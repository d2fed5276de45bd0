package io.reelbench.engine.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for in the {@link Archive}.
 *
 * @param words     each must stand in the name or path of an input or output; none finds all
 * @param operation id of one that the recipe must have
 * @param states    one of which the task must be in; empty for any
 * @param since     when it was asked for at the earliest
 */
public record ArchiveQuery(List<String> words, Optional<String> operation, Set<TaskState> states, Optional<Instant> since) {

    public static final ArchiveQuery ALL = new ArchiveQuery(List.of(), Optional.empty(), Set.of(), Optional.empty());

    public ArchiveQuery {
        words = List.copyOf(words);
        states = Set.copyOf(states);
    }
}
