package io.reelbench.engine.output;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was seen of a product when it was checked, so that "done" can say why.
 *
 * @param lengthUs   of its longest picture or sound; empty for stills and where nobody knows
 * @param expectedUs what was planned; empty when nothing could be
 * @param pictures   how many tracks of each kind it holds
 * @param played     whether its last second was decoded; what was only copied is not
 * @param pieces     how many files it was cut into, in a folder; empty for what is in one piece
 */
public record Proof(OptionalLong lengthUs, OptionalLong expectedUs, int pictures, int sounds, int subtitles, boolean played,
        OptionalInt pieces) {

    public Proof {
        pieces = pieces == null ? OptionalInt.empty() : pieces; // written by an earlier version
    }

    /** Of what is in one piece. */
    public Proof(OptionalLong lengthUs, OptionalLong expectedUs, int pictures, int sounds, int subtitles, boolean played) {
        this(lengthUs, expectedUs, pictures, sounds, subtitles, played, OptionalInt.empty());
    }
}
