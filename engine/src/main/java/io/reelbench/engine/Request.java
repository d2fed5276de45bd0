package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;
import java.util.Set;

/**
 * One clip to be done.
 *
 * @param clip   the file
 * @param below  where it lay below the folder that was given, which is kept below the one that outputs go to; empty for none
 * @param recipe what to do with it
 * @param wish   where the outputs go
 * @param allowed parts of a written command that leave what is safe, and that a person allowed for this one run after being told what
 *               they open; never part of a recipe
 */
public record Request(Path clip, Path below, Recipe recipe, OutputWish wish, Priority priority, Set<String> allowed) {

    public Request(Path clip, Path below, Recipe recipe, OutputWish wish, Priority priority) {
        this(clip, below, recipe, wish, priority, Set.of());
    }

    public Request(Path clip, Recipe recipe, OutputWish wish, Priority priority) {
        this(clip, Place.NOWHERE_BELOW, recipe, wish, priority);
    }

    /** The same with another wish. */
    public Request with(OutputWish now) {
        return new Request(clip, below, recipe, now, priority, allowed);
    }
}
