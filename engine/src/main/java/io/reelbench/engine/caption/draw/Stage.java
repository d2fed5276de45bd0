package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Place;
import io.reelbench.engine.media.Size;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where cues stand while time goes on. One that comes while others are there stands beside them, further from the edge, and stays where it
 * is when they go; those that name their place stand there.
 */
final class Stage {

    private final Typesetter typesetter;
    private final Size frame;
    private final Map<Integer, Rectangle2D> standing = new HashMap<>();
    private final Map<Integer, Integer> layers = new HashMap<>();

    Stage(Typesetter typesetter, Size frame) {
        this.typesetter = typesetter;
        this.frame = frame;
    }

    /** Only these are there from now on. */
    void keep(Set<Integer> cues) {
        standing.keySet().retainAll(cues);
        layers.keySet().retainAll(cues);
    }

    /** The top left corner of a cue that comes now. */
    Rectangle2D put(int number, Cue cue, Block block) {
        Place place = cue.place();
        if (place.at().isPresent()) {
            Place.Spot spot = place.at().get();
            return at(spot.x() * typesetter.across() - block.width() * place.position().across() / 2,
                    spot.y() * typesetter.down() - block.height() * place.position().down() / 2, block);
        }
        double around = block.inks().stream().mapToDouble(Block.Ink::outline).max().orElse(0);
        Rectangle2D box = wider(at(across(place, block), down(place, block), block), around);
        boolean falls = place.position().down() < 2;
        List<Rectangle2D> others = standing.entrySet().stream().filter(e -> layers.get(e.getKey()) == cue.layer())
                .map(Map.Entry::getValue).toList();
        boolean moved = true;
        for (int tries = 0; moved && tries <= others.size(); tries++) {
            moved = false;
            for (Rectangle2D other : others) {
                if (box.intersects(other)) {
                    box = new Rectangle2D.Double(box.getX(), falls ? other.getMaxY() : other.getMinY() - box.getHeight(),
                            box.getWidth(), box.getHeight());
                    moved = true;
                }
            }
        }
        standing.put(number, box);
        layers.put(number, cue.layer());
        return wider(box, -around);
    }

    private static Rectangle2D wider(Rectangle2D box, double by) {
        return new Rectangle2D.Double(box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static Rectangle2D at(double x, double y, Block block) {
        return new Rectangle2D.Double(x, y, block.width(), block.height());
    }

    private double across(Place place, Block block) {
        double left = place.left() * typesetter.across();
        double right = frame.width() - place.right() * typesetter.across();
        return switch (place.position().across()) {
            case 0 -> left;
            case 1 -> (left + right - block.width()) / 2;
            default -> right - block.width();
        };
    }

    /** Inside the picture, where it fits. */
    private double down(Place place, Block block) {
        double edge = place.edge() * typesetter.down();
        double y = switch (place.position().down()) {
            case 0 -> edge;
            case 1 -> (frame.height() - block.height()) / 2;
            default -> frame.height() - edge - block.height();
        };
        return Math.max(0, Math.min(y, frame.height() - block.height()));
    }
}
