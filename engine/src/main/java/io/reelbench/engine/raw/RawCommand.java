package io.reelbench.engine.raw;

import java.util.List;
import java.util.Optional;

/**
 * A written command that was read and found safe, as data. Filter texts were written anew from what was understood of them.
 *
 * @param inputs  in order
 * @param graph   the filter graph, when there is one
 * @param outputs in order
 * @param letters whether a filter draws text, with the font that lies in the task's own folder as {@link #FONT}
 */
public record RawCommand(List<In> inputs, Optional<String> graph, List<Out> outputs, boolean letters) {

    /** The name of the font in the task's own folder. */
    public static final String FONT = "letters.ttf";

    /**
     * An input.
     *
     * @param name      as its placeholder says
     * @param arguments that stand before it
     */
    public record In(String name, List<String> arguments) {
    }

    /**
     * An output.
     *
     * @param name      as its placeholder says
     * @param inside    the file in the folder, where the output is a folder; with {@code %} it stands for many
     * @param ending    of its name, without a dot
     * @param arguments that stand before it; they name the muxer
     */
    public record Out(String name, Optional<String> inside, String ending, List<String> arguments) {
    }
}
