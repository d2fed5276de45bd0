package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;

/** How inputs that are folders are read. */
public record Gathering(
        @Ask(value = "Recursive", help = "Folders are read with all folders below them.") boolean recursive) {

    public Gathering() {
        this(true);
    }
}
