package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/** What is cut off at each edge of a picture, in pixels or shares of its side. */
public record Edges(Side top, Side right, Side bottom, Side left) {

    /** Reads {@code top:right:bottom:left}. */
    public static Edges parse(String text) throws BadValue {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 4) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_EDGES.with(text));
        }
        return new Edges(Side.parse(parts[0]), Side.parse(parts[1]), Side.parse(parts[2]), Side.parse(parts[3]));
    }

    /** What is left of a picture. */
    public Rect in(Size frame) throws BadValue {
        long x = left.of(frame.width());
        long y = top.of(frame.height());
        long width = frame.width() - x - right.of(frame.width());
        long height = frame.height() - y - bottom.of(frame.height());
        if (width < 1 || height < 1) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.EDGES_ALL.with(this, frame));
        }
        return new Rect((int) width, (int) height, (int) x, (int) y);
    }

    @Override
    public String toString() {
        return top + ":" + right + ":" + bottom + ":" + left;
    }
}
