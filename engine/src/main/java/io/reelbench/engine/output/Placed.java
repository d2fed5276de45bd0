package io.reelbench.engine.output;

import java.nio.file.Path;

/** What became of one product. */
public sealed interface Placed {

    Path path();

    /**
     * It stands under its final name.
     *
     * @param bytes its size
     */
    record Here(Path path, long bytes) implements Placed {
    }

    /** A file of the wished name came in between, and was to be left alone. */
    record LeftAlone(Path path) implements Placed {
    }
}
