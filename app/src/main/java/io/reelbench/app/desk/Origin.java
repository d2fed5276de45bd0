package io.reelbench.app.desk;

import io.reelbench.engine.output.Place;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a file came to the desk.
 *
 * @param folder the folder that was brought with it in it, absolute; empty for a file brought itself
 * @param below  where it lies below that folder; empty for directly in it, and for a file brought itself
 */
public record Origin(Optional<Path> folder, Path below) {

    /** Brought itself. */
    public static final Origin ITSELF = new Origin(Optional.empty(), Place.NOWHERE_BELOW);
}
