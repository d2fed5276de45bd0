package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Look;
import io.reelbench.engine.media.Colour;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws one cue: shadows, boxes, edges, letters, in this order. */
final class Brush {

    private static final int OPAQUE = 255;
    private static final BasicStroke THIN = new BasicStroke(1);

    /** What is drawn in one go, so that parts that overlap are not twice as strong. */
    private record Stroke(Colour colour, double width) {
    }

    private final Tint tint;

    Brush(Tint tint) {
        this.tint = tint;
    }

    /**
     * Draws it on a part of a picture.
     *
     * @param x        of its top left corner on that part
     * @param strength 0 to 1
     */
    void draw(BufferedImage part, Block block, double x, double y, double strength) {
        if (strength <= 0) {
            return;
        } else if (strength >= 1) {
            draw(part, block, x, y);
            return;
        }
        // it fades as a whole, else its edge would shine through its letters
        BufferedImage alone = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_ARGB);
        draw(alone, block, x, y);
        Graphics2D onto = part.createGraphics();
        onto.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) strength));
        onto.drawImage(alone, 0, 0, null);
        onto.dispose();
    }

    private void draw(BufferedImage part, Block block, double x, double y) {
        Graphics2D graphics = pen(part, x, y);
        shadows(graphics, block);
        boxes(graphics, block);
        boolean shinesThrough = block.inks().stream()
                .anyMatch(ink -> ink.outline() > 0 && ink.look().fill().opacity() < OPAQUE && ink.look().box() == Look.Box.NONE);
        if (shinesThrough) {
            BufferedImage alone = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D edge = pen(alone, x, y);
            edges(edge, block);
            edge.setComposite(AlphaComposite.DstOut);
            edge.setColor(Color.BLACK);
            block.inks().forEach(ink -> edge.fill(ink.shape()));
            edge.dispose();
            graphics.setTransform(new AffineTransform());
            graphics.drawImage(alone, 0, 0, null);
            graphics.translate(x, y);
        } else {
            edges(graphics, block);
        }
        for (Block.Ink ink : block.inks()) {
            fill(graphics, ink.shape(), ink.look().fill());
        }
        graphics.dispose();
    }

    private static Graphics2D pen(BufferedImage on, double x, double y) {
        Graphics2D graphics = on.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(x, y);
        return graphics;
    }

    private void fill(Graphics2D graphics, Shape shape, Colour colour) {
        if (colour.opacity() > 0) {
            graphics.setColor(tint.of(colour));
            graphics.fill(shape);
        }
    }

    private static BasicStroke around(double width) {
        return width <= 0 ? THIN : new BasicStroke((float) (2 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private void shadows(Graphics2D graphics, Block block) {
        Map<Stroke, Path2D> shadows = new LinkedHashMap<>();
        for (Block.Ink ink : block.inks()) {
            if (ink.shadow() > 0 && ink.look().back().opacity() > 0 && ink.look().box() != Look.Box.WHOLE) {
                Path2D path = shadows.computeIfAbsent(new Stroke(ink.look().back(), ink.shadow()), _ -> new Path2D.Double());
                if (ink.look().box() == Look.Box.LINES) {
                    path.append(box(ink), false);
                } else {
                    path.append(ink.shape(), false);
                    if (ink.outline() > 0) {
                        path.append(around(ink.outline()).createStrokedShape(ink.shape()), false);
                    }
                }
            }
        }
        shadows.forEach((stroke, path) -> {
            path.transform(AffineTransform.getTranslateInstance(stroke.width, stroke.width));
            fill(graphics, path, stroke.colour);
        });
    }

    private static Rectangle2D box(Block.Ink ink) {
        Rectangle2D line = ink.line();
        double around = ink.outline();
        return new Rectangle2D.Double(line.getX() - around, line.getY() - around, line.getWidth() + 2 * around,
                line.getHeight() + 2 * around);
    }

    private void boxes(Graphics2D graphics, Block block) {
        Map<Colour, Area> boxes = new LinkedHashMap<>();
        for (Block.Ink ink : block.inks()) {
            if (ink.look().box() == Look.Box.LINES) {
                boxes.computeIfAbsent(ink.look().edge(), _ -> new Area()).add(new Area(box(ink)));
            } else if (ink.look().box() == Look.Box.WHOLE) {
                Rectangle2D all = new Rectangle2D.Double(0, 0, block.width(), block.height());
                double around = Math.max(ink.shadow(), 0);
                boxes.computeIfAbsent(ink.look().back(), _ -> new Area()).add(new Area(new Rectangle2D.Double(-around, -around,
                        all.getWidth() + 2 * around, all.getHeight() + 2 * around)));
            }
        }
        boxes.forEach((colour, area) -> fill(graphics, area, colour));
    }

    private void edges(Graphics2D graphics, Block block) {
        Map<Stroke, Path2D> edges = new LinkedHashMap<>();
        for (Block.Ink ink : block.inks()) {
            if (ink.outline() > 0 && ink.look().edge().opacity() > 0 && ink.look().box() != Look.Box.LINES) {
                edges.computeIfAbsent(new Stroke(ink.look().edge(), ink.outline()), _ -> new Path2D.Double())
                        .append(ink.shape(), false);
            }
        }
        edges.forEach((stroke, path) -> {
            graphics.setColor(tint.of(stroke.colour));
            graphics.setStroke(around(stroke.width));
            graphics.draw(path);
        });
    }
}
