package io.reelbench.engine.caption;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All cues of a file.
 *
 * @param width   of the canvas that places and lengths are counted on
 * @param height  of it
 * @param scaled  whether outlines and shadows are counted on the canvas too; else in pixels of the picture
 * @param cues    in the order of the file
 * @param missing what the file asks for and is not drawn
 */
public record Script(double width, double height, boolean scaled, List<Cue> cues, Set<Missing> missing) {

    /** What is not drawn. */
    public enum Missing {
        /** Shapes that are no letters. */
        DRAWINGS,
        /** Movement, turning, karaoke, blur and changes over time. */
        EFFECTS
    }

    public Script {
        // always in the same order, so that the same script prints the same
        missing = missing.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(missing));
    }

    /** The same with other cues. */
    public Script with(List<Cue> others) {
        return new Script(width, height, scaled, List.copyOf(others), missing);
    }
}
