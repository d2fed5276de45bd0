package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;

/**
 * One clip to be done.
 *
 * @param clip   the file
 * @param recipe what to do with it
 * @param wish   where the outputs go
 */
public record Request(Path clip, Recipe recipe, OutputWish wish, Priority priority) {
}
