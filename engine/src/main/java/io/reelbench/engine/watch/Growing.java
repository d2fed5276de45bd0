package io.reelbench.engine.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which files have stopped growing. Pure: it is told what is seen and when. */
final class Growing {

    private record Since(FileState state, Instant at) {
    }

    private final Duration quiet;
    private final Map<Path, Since> known = new HashMap<>();

    Growing(Duration quiet) {
        this.quiet = quiet;
    }

    /**
     * Looks at all files that are not done yet.
     *
     * @return those that are whole: unchanged for so long, or moved in, since their last change is older than that when they are first seen
     */
    List<FileState> look(Collection<FileState> seen, Instant now) {
        known.keySet().retainAll(Set.copyOf(seen.stream().map(FileState::file).toList()));
        List<FileState> whole = new ArrayList<>();
        for (FileState state : seen) {
            Since since = known.get(state.file());
            if (since == null) {
                Instant changed = Instant.ofEpochMilli(state.modifiedMs());
                since = new Since(state, changed.isBefore(now) ? changed : now);
            } else if (!since.state.equals(state)) {
                since = new Since(state, now);
            }
            known.put(state.file(), since);
            if (!since.at.plus(quiet).isAfter(now) && state.bytes() > 0) {
                whole.add(state);
            }
        }
        return whole;
    }

    /** It is done, or is to be looked at anew. */
    void forget(Path file) {
        known.remove(file);
    }

    int count() {
        return known.size();
    }

    Set<Path> files() {
        return Set.copyOf(known.keySet());
    }
}
