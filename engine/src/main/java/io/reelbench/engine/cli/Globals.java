package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/** Options that every command takes. */
public record Globals(
        @Ask(value = "JSON", help = "One JSON object a line on standard output, for programs.") boolean json,
        @Ask(value = "Quiet", help = "Only problems are shown.") boolean quiet,
        @Ask(value = "Verbose", help = "Says more, such as ffmpeg's own version.", advanced = true) boolean verbose,
        @Ask(value = "Data folder", help = "Where everything of the program itself is kept.", advanced = true) Optional<Path> dataDir,
        @Ask(value = "Help", help = "Shows what the command takes (-h).") boolean help,
        @Ask(value = "Version", help = "Shows the version.") boolean version) {

    public Globals() {
        this(false, false, false, Optional.empty(), false, false);
    }
}
