package io.reelbench.app.past;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A line of the list: a task as it is shown.
 *
 * @param did     what was done, in a few words
 * @param account that did it, or that it went to
 * @param missing outputs that are not there any more
 */
record PastRow(Task task, String did, Optional<String> account, List<Path> missing) {

    PastRow at(Optional<String> now) {
        return new PastRow(task, did, now, missing);
    }

    /** What was done, and where. */
    String told() {
        return account.map(name -> PastWords.ON.say(did, name)).orElse(did);
    }

    Optional<String> address() {
        return Cloud.address(task);
    }

    Path clip() {
        return task.asked().inputs().getFirst().file();
    }

    long bytes() {
        return task.outcome().results().stream().mapToLong(Task.Result::bytes).sum();
    }
}
