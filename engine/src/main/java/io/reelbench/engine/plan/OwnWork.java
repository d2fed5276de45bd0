package io.reelbench.engine.plan;

/** What the program does itself between two runs, to files of the task's own: data, like every step. */
public sealed interface OwnWork {

    /**
     * Reads at which frames a new scene begins; the placeholder becomes the graph that gives each scene a palette of its own.
     *
     * @param list what ffmpeg's {@code metadata} filter printed, in the scratch folder
     */
    record ScenePalettes(String placeholder, String list, Palettes palettes) implements OwnWork {
    }
}
