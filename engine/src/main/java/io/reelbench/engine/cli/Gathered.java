package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * The clips that inputs stand for.
 *
 * @param clips  each once, in order
 * @param losses inputs that stand for none
 */
record Gathered(List<Clip> clips, List<Loss> losses) {

    /**
     * A clip.
     *
     * @param file   absolute
     * @param folder where it lies below the folder that was given; empty for one that was given itself
     */
    record Clip(Path file, Path folder) {
    }

    /**
     * An input that cannot be used.
     *
     * @param headline what is wrong with it
     * @param fix      what to do
     */
    record Loss(Path file, String kind, Text headline, Text fix) {
    }

    List<Path> files() {
        return clips.stream().map(Clip::file).toList();
    }
}
