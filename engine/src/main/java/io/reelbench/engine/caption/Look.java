package io.reelbench.engine.caption;

import io.reelbench.engine.media.Colour;

/**
 * How letters look. Lengths are in units of the script's canvas.
 *
 * @param font    name of a family; empty for the product's own
 * @param size    height of a line, from the highest to the lowest letter
 * @param bold    whether it is
 * @param italic  whether it is
 * @param lines   lines below and through the letters
 * @param fill    of the letters
 * @param edge    of the line around them, and of a box behind each line
 * @param back    of the shadow, and of a box behind all
 * @param outline how wide the line around them is
 * @param shadow  how far the shadow lies below and to the right
 * @param box     what lies behind the letters
 * @param wide    their width as a share of their usual width
 * @param high    their height, the same
 * @param apart   how much further apart they stand
 */
public record Look(String font, double size, boolean bold, boolean italic, Lines lines, Colour fill, Colour edge, Colour back,
        double outline, double shadow, Box box, double wide, double high, double apart) {

    /** Lines below and through letters. */
    public enum Lines {
        NONE, BELOW, THROUGH, BOTH;

        /** With or without the line below. */
        public Lines below(boolean yes) {
            boolean through = this == THROUGH || this == BOTH;
            return yes ? through ? BOTH : BELOW : through ? THROUGH : NONE;
        }

        /** With or without the line through. */
        public Lines through(boolean yes) {
            boolean below = this == BELOW || this == BOTH;
            return yes ? below ? BOTH : THROUGH : below ? BELOW : NONE;
        }

        public boolean isBelow() {
            return this == BELOW || this == BOTH;
        }

        public boolean isThrough() {
            return this == THROUGH || this == BOTH;
        }
    }

    /** What lies behind letters. */
    public enum Box {
        NONE,
        /** A box behind each line in the colour of the edge. */
        LINES,
        /** One box behind the whole cue in the colour of the shadow. */
        WHOLE
    }

    public Look withFont(String other) {
        return new Look(other, size, bold, italic, lines, fill, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withSize(double other) {
        return new Look(font, other, bold, italic, lines, fill, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withBold(boolean yes) {
        return new Look(font, size, yes, italic, lines, fill, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withItalic(boolean yes) {
        return new Look(font, size, bold, yes, lines, fill, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withLines(Lines other) {
        return new Look(font, size, bold, italic, other, fill, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withFill(Colour other) {
        return new Look(font, size, bold, italic, lines, other, edge, back, outline, shadow, box, wide, high, apart);
    }

    public Look withEdge(Colour other) {
        return new Look(font, size, bold, italic, lines, fill, other, back, outline, shadow, box, wide, high, apart);
    }

    public Look withBack(Colour other) {
        return new Look(font, size, bold, italic, lines, fill, edge, other, outline, shadow, box, wide, high, apart);
    }

    public Look withOutline(double other) {
        return new Look(font, size, bold, italic, lines, fill, edge, back, other, shadow, box, wide, high, apart);
    }

    public Look withShadow(double other) {
        return new Look(font, size, bold, italic, lines, fill, edge, back, outline, other, box, wide, high, apart);
    }

    public Look withBox(Box other) {
        return new Look(font, size, bold, italic, lines, fill, edge, back, outline, shadow, other, wide, high, apart);
    }

    public Look stretched(double across, double down) {
        return new Look(font, size, bold, italic, lines, fill, edge, back, outline, shadow, box, across, down, apart);
    }

    public Look withApart(double other) {
        return new Look(font, size, bold, italic, lines, fill, edge, back, outline, shadow, box, wide, high, other);
    }
}
