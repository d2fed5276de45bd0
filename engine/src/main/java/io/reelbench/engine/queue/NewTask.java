package io.reelbench.engine.queue;

import java.util.List;

/**
 * A task as it is asked for.
 *
 * @param batch    id shared by the tasks that were asked for together; lower case letters and digits, at most 40
 * @param kind     id of the {@link TaskKind} that runs it, at most 40 letters
 * @param name     for people: usually the clip's name; at most 1000 letters
 * @param recipe   JSON that the kind understands
 * @param inputs   in order
 * @param wish     JSON that says where the output goes, which the kind understands
 * @param priority usually NORMAL
 */
public record NewTask(String batch, String kind, String name, String recipe, List<Task.Input> inputs, String wish,
        Priority priority) {

    public NewTask {
        if (batch.length() > 40 || kind.length() > 40 || name.length() > 1000) {
            throw new IllegalArgumentException("batch, kind or name is too long");
        }
        inputs = List.copyOf(inputs);
    }
}
