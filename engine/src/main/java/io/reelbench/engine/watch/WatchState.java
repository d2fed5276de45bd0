package io.reelbench.engine.watch;

import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How it goes with a watched folder.
 *
 * @param offline whether the folder is not there, such as a disk that was unplugged
 * @param growing files that are not whole yet
 * @param taken   files that were given to the queue, ever
 * @param last    the latest of them
 * @param lastAt  and when
 * @param trouble what a person should know
 */
public record WatchState(boolean offline, int growing, int taken, Optional<Path> last, Optional<Instant> lastAt,
        Optional<Text> trouble) {

    public static final WatchState NEW = new WatchState(false, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
}
