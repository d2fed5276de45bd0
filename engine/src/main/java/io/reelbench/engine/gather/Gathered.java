package io.reelbench.engine.gather;

import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The clips that inputs stand for.
 *
 * @param clips  each once, in order
 * @param losses inputs that stand for none, and folders that cannot be read
 * @param others files in the folders that do not look like media by their names; hidden ones are not counted
 */
public record Gathered(List<Clip> clips, List<Loss> losses, List<Path> others) {

    /**
     * A clip.
     *
     * @param file   absolute
     * @param folder where it lies below the folder that was given; empty for one that was given itself
     * @param top    that folder, absolute; empty for one that was given itself
     */
    public record Clip(Path file, Path folder, Optional<Path> top) {
    }

    /**
     * An input that cannot be used.
     *
     * @param headline what is wrong with it
     * @param fix      what to do
     */
    public record Loss(Path file, String kind, Text headline, Text fix) {
    }

    public List<Path> files() {
        return clips.stream().map(Clip::file).toList();
    }
}
