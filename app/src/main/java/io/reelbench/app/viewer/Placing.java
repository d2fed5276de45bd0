package io.reelbench.app.viewer;

import io.reelbench.engine.media.OwnSide;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Rect;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Crop;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Overlay;
import io.reelbench.engine.operation.SubtitleBurn;
import io.reelbench.engine.problem.BadValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/** A step that has a place in the picture: where that is, and how another place is written into its options. Pure; in pixels of the frame. */
sealed interface Placing {

    /** How wide a caption's stand-in is, and how high, in shares of the frame. */
    double CAPTION_WIDE = 0.5;
    double CAPTION_HIGH = 0.09;

    /** The place of an operation; empty for those that have none. */
    static Optional<Placing> of(Operation operation) {
        return switch (operation) {
            case Crop crop -> Optional.of(new Cropped(crop));
            case Overlay overlay -> Optional.of(new Laid(overlay));
            case SubtitleBurn burn -> Optional.of(new Captioned(burn));
            default -> Optional.empty();
        };
    }

    /** @param own the shape of what is laid over: its width over its height */
    Rectangle2D box(Size frame, double own);

    /** Whether its size is changed here, too. */
    boolean resizes();

    /** What is set, as it stands after "Undo". */
    ViewerWords deed();

    /**
     * The options that say so.
     *
     * @param shares whether in shares of the frame, for clips of different sizes
     */
    Map<String, List<String>> written(Rectangle2D box, Size frame, boolean shares);

    /** Options that would contradict it. */
    List<String> others();

    private static String side(double pixels, int whole, boolean share) {
        return share
                ? new Side.Percent((int) Math.round(Math.max(0, pixels) * 10_000 / whole)).toString()
                : new Side.Pixels((int) Math.round(Math.max(0, pixels))).toString();
    }

    /** Where a box of a size lies at one of nine places. */
    private static Rectangle2D at(Position position, double margin, double width, double height, Size frame) {
        return new Rectangle2D(along(position.across(), margin, width, frame.width()),
                along(position.down(), margin, height, frame.height()), width, height);
    }

    private static double along(int halves, double margin, double size, int whole) {
        return switch (halves) {
            case 0 -> margin;
            case 1 -> (whole - size) / 2;
            default -> whole - size - margin;
        };
    }

    /** The part of the picture that is kept. */
    record Cropped(Crop crop) implements Placing {

        @Override
        public Rectangle2D box(Size frame, double own) {
            try {
                return switch (crop.what()) {
                    case Crop.Drawn(var rect) -> box(rect.in(frame));
                    case Crop.Inside(var sides) -> box(sides.in(frame));
                    case Crop.Shaped(var aspect, var align) -> {
                        double shape = aspect.approximate();
                        double wide = Math.min(frame.width(), frame.height() * shape);
                        yield at(align, 0, wide, wide / shape, frame);
                    }
                    case Crop.Barless _ -> new Rectangle2D(0, 0, frame.width(), frame.height());
                };
            } catch (BadValue outside) {
                return new Rectangle2D(0, 0, frame.width(), frame.height());
            }
        }

        private static Rectangle2D box(Rect rect) {
            return new Rectangle2D(rect.x(), rect.y(), rect.width(), rect.height());
        }

        @Override
        public boolean resizes() {
            return true;
        }

        @Override
        public ViewerWords deed() {
            return ViewerWords.SET_CROP;
        }

        @Override
        public Map<String, List<String>> written(Rectangle2D box, Size frame, boolean shares) {
            return Map.of("rect", List.of(String.join(":", side(box.getWidth(), frame.width(), shares),
                    side(box.getHeight(), frame.height(), shares), side(box.getMinX(), frame.width(), shares),
                    side(box.getMinY(), frame.height(), shares))));
        }

        @Override
        public List<String> others() {
            return List.of("aspect", "align", "sides", "auto", "black-level");
        }
    }

    /** A picture over the picture. */
    record Laid(Overlay overlay) implements Placing {

        private static final double USUAL_WIDE = 0.15;

        @Override
        public Rectangle2D box(Size frame, double own) {
            OwnSide size = overlay.size();
            double wide = size.side().map(s -> (double) s.of(frame.width())).orElse(frame.width() * USUAL_WIDE);
            double high = wide / own;
            return switch (overlay.place()) {
                case Overlay.Edged(var position, var margin) -> at(position,
                        margin.of(Math.min(frame.width(), frame.height())), wide, high, frame);
                case Overlay.Free(var point) -> new Rectangle2D(point.x().of(frame.width()), point.y().of(frame.height()), wide,
                        high);
            };
        }

        @Override
        public boolean resizes() {
            return false;
        }

        @Override
        public ViewerWords deed() {
            return ViewerWords.MOVE_OVERLAY;
        }

        @Override
        public Map<String, List<String>> written(Rectangle2D box, Size frame, boolean shares) {
            return Map.of("at", List.of(side(box.getMinX(), frame.width(), shares) + ":"
                    + side(box.getMinY(), frame.height(), shares)));
        }

        @Override
        public List<String> others() {
            return List.of("position", "margin");
        }
    }

    /** Where captions stand that do not say it themselves: at one of nine places, so far from the edges. */
    record Captioned(SubtitleBurn burn) implements Placing {

        @Override
        public Rectangle2D box(Size frame, double own) {
            return at(burn.position(), burn.margin().of(frame.height()), frame.width() * CAPTION_WIDE,
                    frame.height() * CAPTION_HIGH, frame);
        }

        @Override
        public boolean resizes() {
            return false;
        }

        @Override
        public ViewerWords deed() {
            return ViewerWords.MOVE_CAPTIONS;
        }

        @Override
        public Map<String, List<String>> written(Rectangle2D box, Size frame, boolean shares) {
            int across = third(box.getMinX() + box.getWidth() / 2, frame.width());
            int down = third(box.getMinY() + box.getHeight() / 2, frame.height());
            double above = down == 0 ? box.getMinY() : down == 2 ? frame.height() - box.getMaxY() : -1;
            double beside = across == 0 ? box.getMinX() : across == 2 ? frame.width() - box.getMaxX() : -1;
            double margin = above >= 0 ? above : beside >= 0 ? beside : burn.margin().of(frame.height());
            Position position = java.util.Arrays.stream(Position.values())
                    .filter(p -> p.across() == across && p.down() == down).findFirst().orElseThrow();
            return Map.of("position", List.of(position.toString()), "margin",
                    List.of(side(Math.clamp(margin, 0, frame.height() / 2.0), frame.height(), shares)));
        }

        private static int third(double middle, int whole) {
            return Math.clamp((long) (3 * middle / whole), 0, 2);
        }

        @Override
        public List<String> others() {
            return List.of();
        }
    }
}
