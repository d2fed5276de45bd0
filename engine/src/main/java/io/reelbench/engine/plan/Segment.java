package io.reelbench.engine.plan;

import java.util.OptionalLong;

/**
 * A part of one clip.
 *
 * @param source its place among the edit's sources, from 0
 * @param fromUs first moment, in microseconds from the clip's first frame
 * @param toUs   the moment after the last; empty means the clip's end
 * @param heldUs how much longer its last picture stays, in microseconds; then there is no sound
 */
public record Segment(int source, long fromUs, OptionalLong toUs, long heldUs) {

    public Segment(int source, long fromUs, OptionalLong toUs) {
        this(source, fromUs, toUs, 0);
    }

    boolean isWhole() {
        return fromUs == 0 && toUs.isEmpty() && heldUs == 0;
    }
}
