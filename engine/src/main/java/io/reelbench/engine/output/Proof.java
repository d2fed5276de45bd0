package io.reelbench.engine.output;

import java.util.OptionalLong;

/**
 * What was seen of a product when it was checked, so that "done" can say why.
 *
 * @param lengthUs   of its longest picture or sound; empty for stills and where nobody knows
 * @param expectedUs what was planned; empty when nothing could be
 * @param pictures   how many tracks of each kind it holds
 * @param played     whether its last second was decoded; what was only copied is not
 */
public record Proof(OptionalLong lengthUs, OptionalLong expectedUs, int pictures, int sounds, int subtitles, boolean played) {
}
