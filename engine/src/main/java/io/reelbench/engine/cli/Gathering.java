package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.util.Optional;

/** How inputs that are folders are read. */
public record Gathering(
        @Ask(value = "Recursive", help = "Folders are read with all folders below them.") boolean recursive,
        @Ask(value = "On", help = "The account whose service does it instead of this computer; see reelbench cloud.") Optional<String> on) {

    public Gathering() {
        this(true, Optional.empty());
    }
}
