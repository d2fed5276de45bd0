package io.reelbench.engine.queue;

import java.util.List;

/**
 * A task as it is asked for.
 *
 * @param batch    id shared by the tasks that were asked for together; lower case letters and digits
 * @param kind     id of the {@link TaskKind} that runs it
 * @param name     for people: usually the clip's name
 * @param recipe   JSON that the kind understands
 * @param inputs   in order
 * @param wish     JSON that says where the output goes, which the kind understands
 * @param priority usually NORMAL
 */
public record NewTask(String batch, String kind, String name, String recipe, List<Task.Input> inputs, String wish,
        Priority priority) {
}
