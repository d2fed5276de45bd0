package io.reelbench.engine.local;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Does what a plan asks of the program itself. */
final class OwnHands {

    private final Path scratch;
    private final Map<String, String> values;

    /** @param values the values of placeholders, which it may add to */
    OwnHands(Path scratch, Map<String, String> values) {
        this.scratch = scratch;
        this.values = values;
    }

    void work(OwnWork work) throws FailedException {
        try {
            switch (work) {
                case OwnWork.ScenePalettes(var placeholder, var list, var palettes) ->
                    values.put(placeholder, palettes.forScenes(Files.readString(scratch.resolve(list))));
            }
        } catch (IOException e) {
            throw Faults.writing(scratch, e);
        }
    }
}
