package io.reelbench.engine.queue;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.OptionalLong;

/** What happened in the queue. All but progress is told after it was written down. */
public sealed interface TaskEvent {

    record Added(List<Task> tasks) implements TaskEvent {
    }

    record Changed(Task task) implements TaskEvent {
    }

    /**
     * A run got on; never backwards. Several at once are told as the last one.
     *
     * @param etaUs time left in microseconds; empty until it can be told
     */
    record Progressed(String id, Progress progress, OptionalLong etaUs) implements TaskEvent {
    }

    record Removed(List<String> ids) implements TaskEvent {
    }

    /** Tasks as they stand now whose place changed. */
    record Reordered(List<Task> tasks) implements TaskEvent {
    }

    /** The whole queue was stopped or goes on. */
    record Held(boolean held) implements TaskEvent {
    }

    /** Something that a person must know and that is no single task's failure. */
    record Trouble(Text text) implements TaskEvent {
    }
}
