package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Look;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of letters, in the order in which they are seen.
 *
 * @param width   from its first letter to its last
 * @param ascent  above the base line
 * @param descent below
 */
record TextLine(List<Bit> bits, double width, double ascent, double descent) {

    /** Where a line lies below or through letters, and how thick it is, as shares of their size. */
    private static final double BELOW = 0.11;
    private static final double THROUGH = -0.28;
    private static final double THICK = 0.06;

    /**
     * Letters of one look in one font and one direction.
     *
     * @param glyphs  at a base line of their own
     * @param advance their width
     * @param outline width of the line around them
     * @param shadow  how far their shadow lies off
     */
    record Bit(GlyphVector glyphs, Look look, double advance, double outline, double shadow) {

        Path2D shape(double x, double y) {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
            path.append(glyphs.getOutline().getPathIterator(AffineTransform.getScaleInstance(look.wide(), look.high())), false);
            double em = glyphs.getFont().getSize2D() * look.high();
            if (look.lines().isBelow()) {
                path.append(new Rectangle2D.Double(0, em * BELOW, advance, em * THICK), false);
            }
            if (look.lines().isThrough()) {
                path.append(new Rectangle2D.Double(0, em * THROUGH, advance, em * THICK), false);
            }
            path.transform(AffineTransform.getTranslateInstance(x, y));
            return path;
        }

        /** Moves letters apart. */
        static void spread(GlyphVector glyphs, double apart) {
            for (int i = 1; i <= glyphs.getNumGlyphs(); i++) {
                Point2D at = glyphs.getGlyphPosition(i);
                glyphs.setGlyphPosition(i, new Point2D.Double(at.getX() + i * apart, at.getY()));
            }
        }
    }

    double height() {
        return ascent + descent;
    }

    /** With its top left corner at a point. */
    List<Block.Ink> at(double x, double y) {
        List<Block.Ink> inks = new ArrayList<>();
        double left = x;
        for (Bit bit : bits) {
            Rectangle2D place = new Rectangle2D.Double(left, y, bit.advance, height());
            inks.add(new Block.Ink(bit.shape(left, y + ascent), bit.look, place, bit.outline, bit.shadow));
            left += bit.advance;
        }
        return inks;
    }
}
