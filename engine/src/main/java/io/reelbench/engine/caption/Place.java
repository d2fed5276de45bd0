package io.reelbench.engine.caption;

import io.reelbench.engine.media.Position;
import java.util.Optional;

/**
 * Where a cue stands. Lengths are in units of the script's canvas.
 *
 * @param position the edge or corner that it keeps to
 * @param left     free space at the left
 * @param right    at the right
 * @param edge     above what stands at the top, below what stands at the bottom
 * @param at       where the point of the cue that {@code position} names lies; empty where margins say it
 * @param wrap     how lines are broken
 * @param reading  where lines begin
 */
public record Place(Position position, double left, double right, double edge, Optional<Spot> at, Wrap wrap, Reading reading) {

    /**
     * A point of the canvas.
     *
     * @param x from the left
     * @param y from the top
     */
    public record Spot(double x, double y) {
    }

    /** How lines that are too long are broken. */
    public enum Wrap {
        /** Lines of like length, the upper ones longer. */
        EVEN,
        /** Each as full as it can be. */
        FULL,
        /** Only where the text says so. */
        NEVER,
        /** Lines of like length, the lower ones longer. */
        EVEN_LOWER
    }

    /** Where a line begins whose words are written from right to left. */
    public enum Reading {
        /** At the right, as its first letter says. */
        AS_WRITTEN,
        /** At the left all the same: players of ASS did so, and its writers put their dots where they then looked right. */
        FROM_LEFT
    }

    public Place at(Position other) {
        return new Place(other, left, right, edge, at, wrap, reading);
    }

    public Place at(Spot spot) {
        return new Place(position, left, right, edge, Optional.of(spot), wrap, reading);
    }

    public Place within(double fromLeft, double fromRight, double fromEdge) {
        return new Place(position, fromLeft, fromRight, fromEdge, at, wrap, reading);
    }

    public Place wrapped(Wrap other) {
        return new Place(position, left, right, edge, at, other, reading);
    }
}
