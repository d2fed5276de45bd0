package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Look;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A cue that was set, in pixels from its top left corner.
 *
 * @param width  of its longest line
 * @param height of all lines
 * @param inks   its letters
 */
record Block(double width, double height, List<Ink> inks) {

    /**
     * Letters that look alike.
     *
     * @param shape   their outlines
     * @param line    the part of the line that they stand in
     * @param outline width of the line around them
     * @param shadow  how far their shadow lies off
     */
    record Ink(Shape shape, Look look, Rectangle2D line, double outline, double shadow) {

        /** All that is drawn of them. */
        Rectangle2D reach() {
            Rectangle2D reach = shape.getBounds2D();
            if (look.box() != Look.Box.NONE) {
                reach = reach.createUnion(line);
            }
            double around = outline + 1;
            return new Rectangle2D.Double(reach.getX() - around, reach.getY() - around,
                    reach.getWidth() + 2 * around + shadow, reach.getHeight() + 2 * around + shadow);
        }
    }

    /** All that is drawn of it; as large as nothing where that is nothing. */
    Rectangle2D reach() {
        return inks.stream().map(Ink::reach).reduce(Rectangle2D::createUnion).orElse(new Rectangle2D.Double());
    }
}
