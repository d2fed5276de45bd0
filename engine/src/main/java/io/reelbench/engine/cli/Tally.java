package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a batch ended.
 *
 * @param tasks  all of it, over
 * @param lost   how many inputs stood for no clip
 * @param stopped whether a person stopped it
 */
record Tally(List<Task> tasks, int lost, boolean stopped, Duration took) {

    static final int GOOD = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int STOPPED = 130;

    long count(TaskState state) {
        return counts().getOrDefault(state, 0L);
    }

    private Map<TaskState, Long> counts() {
        return tasks.stream().collect(Collectors.groupingBy(Task::state, Collectors.counting()));
    }

    /** The program's exit code. A setting that fits no clip at all is a bad value. */
    int exitCode() {
        if (stopped) {
            return STOPPED;
        }
        boolean good = tasks.stream().allMatch(t -> t.state() == TaskState.DONE || t.state() == TaskState.SKIPPED);
        boolean unfit = !tasks.isEmpty() && tasks.stream().allMatch(Tally::doesNotFit);
        return lost > 0 ? FAILED : good ? GOOD : unfit ? USAGE : FAILED;
    }

    private static boolean doesNotFit(Task task) {
        return task.state() == TaskState.FAILED
                && task.outcome().failure().filter(f -> f instanceof Failure.Invalid).isPresent();
    }

    static Collection<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
