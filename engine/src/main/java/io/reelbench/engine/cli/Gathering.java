package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Optional;

/** How inputs that are folders are read, and where and whether the work is done. */
public record Gathering(
        @Ask(value = "Recursive", help = "Folders are read with all folders below them.") boolean recursive,
        @Ask(value = "On", help = "The account whose service does it instead of this computer; see reelbench cloud.") Optional<String> on,
        @Ask(value = "Reuse results", help = "What was done before with the same bytes and steps is taken from there.") boolean cache,
        @Ask(value = "Publish", help = "The account, s3://bucket or folder that each output is brought to once it is proven.") List<String> publish) {

    public Gathering() {
        this(true, Optional.empty(), true, List.of());
    }
}
