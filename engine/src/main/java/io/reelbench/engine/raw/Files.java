package io.reelbench.engine.raw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a written command may name, by their placeholders.
 *
 * @param inputs  names
 * @param outputs the outputs, or one folder
 */
public record Files(Set<String> inputs, List<OutputFile> outputs) {

    boolean isFolder() {
        return outputs.stream().anyMatch(OutputFile::isFolder);
    }

    Optional<OutputFile> output(String name) {
        return outputs.stream().filter(o -> o.name().equals(name)).findFirst();
    }
}
