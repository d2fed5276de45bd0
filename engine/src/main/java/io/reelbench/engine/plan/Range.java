package io.reelbench.engine.plan;

/**
 * A part of a timeline, in microseconds.
 *
 * @param fromUs first moment
 * @param toUs   the moment after the last; {@link #OPEN} for the end, wherever it is
 */
public record Range(long fromUs, long toUs) {

    public static final long OPEN = Long.MAX_VALUE;
}
