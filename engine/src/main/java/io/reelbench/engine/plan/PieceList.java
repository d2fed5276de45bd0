package io.reelbench.engine.plan;

import io.reelbench.engine.media.Timecode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the pieces of a film before they are made.
 *
 * @param ending   of their names, without a dot
 * @param copied   whether they were cut without encoding
 * @param frames   whether what is counted in them are frames; else packets of sound
 * @param pictures whether each has two pictures beside it
 */
public record PieceList(String ending, boolean copied, boolean frames, boolean pictures, List<One> pieces) {

    /**
     * One piece.
     *
     * @param fromUs   where it begins on the timeline, in microseconds
     * @param toUs     where it ends; empty where nobody knows the end
     * @param timecode of its first frame
     * @param title    its own name; empty for none
     */
    public record One(long fromUs, OptionalLong toUs, Optional<Timecode> timecode, String title) {
    }
}
