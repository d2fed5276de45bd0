package io.reelbench.engine.bench;

import io.reelbench.engine.media.Media;
import java.util.Optional;

/**
 * One operation with some options.
 *
 * @param name  for the table
 * @param steps of the recipe, as JSON
 * @param check what the output must be; told without the planner's help
 */
record OperationCase(String name, String steps, Check check) {

    /** Says what is wrong; empty when all is well. */
    interface Check {

        Optional<String> wrong(Media source, Seen output);

        default Check and(Check other) {
            return (source, output) -> wrong(source, output).or(() -> other.wrong(source, output));
        }
    }

    String recipe() {
        return "{\"schema\":1,\"steps\":[" + steps + "]}";
    }
}
