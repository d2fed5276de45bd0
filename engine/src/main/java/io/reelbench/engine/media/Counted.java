package io.reelbench.engine.media;

/**
 * What was counted in one of many files that were read in one go.
 *
 * @param packets of its picture, or of its sound where it has none; those that are never shown or heard are not counted
 * @param lengthUs from its first moment to the end of the last of them, in microseconds
 */
public record Counted(long packets, long lengthUs) {
}
