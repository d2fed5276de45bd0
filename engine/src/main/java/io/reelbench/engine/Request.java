package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One task: a clip to be done, or several that a recipe joins.
 *
 * @param clips  the files in order, at least one; several only where the recipe joins them
 * @param below  where the first of them lay below the folder that was given, which is kept below the one that outputs go to; empty for none
 * @param recipe what to do with it
 * @param wish   where the outputs go
 * @param allowed parts of a written command that leave what is safe, and that a person allowed for this one run after being told what
 *               they open; never part of a recipe
 * @param fresh  whether it is done though the same was done before
 * @param then   what whoever asks for it does with the outputs, in words of its own, which is kept with the task; empty for nothing
 */
public record Request(List<Path> clips, Path below, Recipe recipe, OutputWish wish, Priority priority, Set<String> allowed,
        boolean fresh, String then) {

    public Request {
        clips = List.copyOf(clips);
    }

    public Request(List<Path> clips, Path below, Recipe recipe, OutputWish wish, Priority priority, Set<String> allowed,
            boolean fresh) {
        this(clips, below, recipe, wish, priority, allowed, fresh, "");
    }

    public Request(List<Path> clips, Path below, Recipe recipe, OutputWish wish, Priority priority, Set<String> allowed) {
        this(clips, below, recipe, wish, priority, allowed, false);
    }

    public Request(List<Path> clips, Path below, Recipe recipe, OutputWish wish, Priority priority) {
        this(clips, below, recipe, wish, priority, Set.of());
    }

    public Request(Path clip, Path below, Recipe recipe, OutputWish wish, Priority priority, Set<String> allowed) {
        this(List.of(clip), below, recipe, wish, priority, allowed);
    }

    public Request(Path clip, Path below, Recipe recipe, OutputWish wish, Priority priority) {
        this(List.of(clip), below, recipe, wish, priority);
    }

    public Request(Path clip, Recipe recipe, OutputWish wish, Priority priority) {
        this(clip, Place.NOWHERE_BELOW, recipe, wish, priority);
    }

    /** The first of them, which outputs are named after and lie beside. */
    public Path clip() {
        return clips.getFirst();
    }

    /** The same with another wish. */
    public Request with(OutputWish now) {
        return new Request(clips, below, recipe, now, priority, allowed, fresh, then);
    }

    /** The same where a person has allowed these parts. */
    public Request allowing(Set<String> parts) {
        return new Request(clips, below, recipe, wish, priority, parts, fresh, then);
    }

    /** The same with other files. */
    public Request with(List<Path> others) {
        return new Request(others, below, recipe, wish, priority, allowed, fresh, then);
    }

    /** The same, done in any case. */
    public Request afresh() {
        return new Request(clips, below, recipe, wish, priority, allowed, true, then);
    }

    /** The same, and this is kept with it; see {@link Engine#then}. */
    public Request then(String what) {
        return new Request(clips, below, recipe, wish, priority, allowed, fresh, what);
    }
}
