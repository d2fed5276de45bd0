package io.reelbench.engine.cli;

import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/** Where presets are exported to. */
public record PresetPlace(
        @Ask(value = "File", help = "The file that exported presets go to; presets.reelbench unless told otherwise.") Optional<Path> to) {

    public PresetPlace() {
        this(Optional.empty());
    }
}
