package io.reelbench.engine.cli;

import io.reelbench.engine.Request;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.gather.Gatherer;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;
import java.util.List;

/** Where outputs are wished for. */
final class Outputs {

    private Outputs() {}

    /** The same wish with its paths seen from a directory. */
    static OutputWish from(OutputWish wish, Path directory) {
        return new OutputWish(wish.output().map(directory::resolve), wish.to().map(directory::resolve), wish.name(),
                wish.ifExists(), wish.keepDates());
    }

    /** The clips of a command. */
    static Gathered gathered(Wanted.Run run, Path directory) {
        return new Gatherer(directory, run.sources().recursive(), run.recipe().joins()).gather(run.sources().paths());
    }

    /** The clips of each task: one each, or all in one where the recipe joins them. */
    static List<List<Gathered.Clip>> tasks(Wanted.Run run, Gathered gathered) {
        return run.recipe().joins()
                ? gathered.clips().isEmpty() ? List.of() : List.of(gathered.clips())
                : gathered.clips().stream().map(List::of).toList();
    }

    /** The place below the folder that was given is kept below the one that outputs go to. */
    static Request request(Wanted.Run run, List<Gathered.Clip> clips, Path directory) {
        Request request = new Request(clips.stream().map(Gathered.Clip::file).toList(), clips.getFirst().folder(),
                published(run.recipe(), directory),
                from(run.wish(), directory), Priority.NORMAL);
        return run.fresh() ? request.afresh() : request;
    }

    /** Folders as seen from a directory. */
    private static Recipe published(Recipe recipe, Path directory) {
        return recipe.publish().isEmpty()
                ? recipe
                : recipe.published(recipe.publish().stream().map(place -> CloudDesk.place(place, directory)).toList());
    }
}
