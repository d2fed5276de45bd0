package io.reelbench.app.past;

import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of the list: a task as it is shown.
 *
 * @param did     what was done, in a few words
 * @param missing outputs that are not there any more
 */
record PastRow(Task task, String did, List<Path> missing) {

    Path clip() {
        return task.asked().inputs().getFirst().file();
    }

    long bytes() {
        return task.outcome().results().stream().mapToLong(Task.Result::bytes).sum();
    }
}
