package io.reelbench.engine.cli;

import io.reelbench.engine.Request;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;

/** Where outputs are wished for. */
final class Outputs {

    private Outputs() {}

    /** The same wish with its paths seen from a directory. */
    static OutputWish from(OutputWish wish, Path directory) {
        return new OutputWish(wish.output().map(directory::resolve), wish.to().map(directory::resolve), wish.name(),
                wish.ifExists(), wish.keepDates());
    }

    /** The place below the folder that was given is kept below the one that outputs go to. */
    static Request request(Wanted.Run run, Gathered.Clip clip, Path directory) {
        return new Request(clip.file(), clip.folder(), run.recipe(), from(run.wish(), directory), Priority.NORMAL);
    }
}
