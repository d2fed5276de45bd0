package io.reelbench.engine.watch;

import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a watched folder.
 *
 * @param folder     that is watched
 * @param preset     name of the recipe
 * @param to         where outputs go; beside the clips without one
 * @param subfolders whether folders below it are watched as well; outputs keep their place below
 * @param existing   whether files are done that lay there before
 * @param settle     seconds without a change after which a file counts as whole
 */
public record WatchWish(
        @Ask(value = "Folder", help = "What comes to lie in it is done.") Optional<Path> folder,
        @Ask(value = "Preset", help = "What is done to each clip.") Optional<String> preset,
        @Ask(value = "Output folder", help = "Else each output lies beside its clip.") Optional<Path> to,
        @Ask(value = "Folders below", help = "Folders in it are watched as well; outputs keep their place.") boolean subfolders,
        @Ask(value = "Files there already", help = "What lies there before watching begins is done, too.") boolean existing,
        @Ask(value = "Wait", help = "So long must a file stay as it is before it counts as whole; one that is moved in is taken at once.", unit = "s", min = 1, max = 3600) int settle) {

    public WatchWish() {
        this(Optional.empty(), Optional.empty(), Optional.empty(), true, true, 5);
    }
}
