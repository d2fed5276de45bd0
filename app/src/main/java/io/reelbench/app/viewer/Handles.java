package io.reelbench.app.viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * A box on the picture that can be pushed, and drawn larger or smaller, with the pointer and with arrows. Its box is in pixels of the frame
 * and never leaves it.
 */
final class Handles extends Pane {

    /** Told of a box that somebody makes. */
    interface Taker {
        /** @param gesture the same for all steps of one drag */
        void take(Rectangle2D box, Object gesture);
    }

    private static final double GRIP = 10;
    private static final double FAR = 10;
    private static final double LEAST = 8;
    private static final Cursor[] CURSORS = {Cursor.NW_RESIZE, Cursor.N_RESIZE, Cursor.NE_RESIZE, Cursor.W_RESIZE,
            Cursor.E_RESIZE, Cursor.SW_RESIZE, Cursor.S_RESIZE, Cursor.SE_RESIZE};
    /** Which edges a grip moves: −1 the first, 1 the last. */
    private static final int[][] EDGES = {{-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}};

    private final Taker taker;
    private final ReadOnlyObjectWrapper<Rectangle2D> box = new ReadOnlyObjectWrapper<>(Rectangle2D.EMPTY);
    private final Path shade = new Path();
    private final Region body = new Region();
    private final Region[] grips = new Region[EDGES.length];
    private Rectangle2D area = Rectangle2D.EMPTY;
    private double frameWidth = 1;
    private double frameHeight = 1;
    private boolean resizes;
    private Rectangle2D begun;
    private Object gesture;
    private double fromX;
    private double fromY;

    Handles(Taker taker) {
        this.taker = taker;
        setPickOnBounds(false);
        setVisible(false);
        shade.getStyleClass().add("rb-crop-shade");
        shade.setMouseTransparent(true);
        shade.setManaged(false);
        body.getStyleClass().add("rb-handle-box");
        body.setFocusTraversable(true);
        body.setCursor(Cursor.MOVE);
        body.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(shade, body);
        drags(body, 0, 0, true);
        for (int i = 0; i < grips.length; i++) {
            grips[i] = new Region();
            grips[i].getStyleClass().add("rb-handle-grip");
            grips[i].setCursor(CURSORS[i]);
            grips[i].setManaged(false);
            drags(grips[i], EDGES[i][0], EDGES[i][1], false);
            getChildren().add(grips[i]);
        }
        body.setManaged(false);
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(widthProperty());
        seen.heightProperty().bind(heightProperty());
        setClip(seen);
    }

    /** The box as it stands, in pixels of the frame. */
    ReadOnlyObjectProperty<Rectangle2D> box() {
        return box.getReadOnlyProperty();
    }

    /** Names it for those who do not see it. */
    void name(String words, String help) {
        body.setAccessibleText(words);
        body.setAccessibleHelp(help);
    }

    /**
     * Shows a box.
     *
     * @param on  where the picture lies
     * @param now in pixels of the frame
     */
    void show(Rectangle2D on, double width, double height, Rectangle2D now, boolean changesSize) {
        area = on;
        frameWidth = width;
        frameHeight = height;
        resizes = changesSize;
        box.set(now);
        setVisible(true);
        place();
    }

    void hide() {
        setVisible(false);
    }

    private void place() {
        double left = x(box.get().getMinX());
        double top = y(box.get().getMinY());
        double right = x(box.get().getMaxX());
        double bottom = y(box.get().getMaxY());
        body.resizeRelocate(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        for (int i = 0; i < grips.length; i++) {
            grips[i].setVisible(resizes);
            grips[i].resizeRelocate(left + (EDGES[i][0] + 1) * (right - left) / 2 - GRIP / 2,
                    top + (EDGES[i][1] + 1) * (bottom - top) / 2 - GRIP / 2, GRIP, GRIP);
        }
        shade.setVisible(resizes);
        shade.getElements().clear();
        if (resizes) {
            Shape around = Shape.subtract(new Rectangle(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()),
                    new Rectangle(left, top, Math.max(0, right - left), Math.max(0, bottom - top)));
            shade.getElements().setAll(((Path) around).getElements());
        }
    }

    private double x(double pixels) {
        return snapPositionX(area.getMinX() + pixels * area.getWidth() / frameWidth);
    }

    private double y(double pixels) {
        return snapPositionY(area.getMinY() + pixels * area.getHeight() / frameHeight);
    }

    private void drags(Region node, int across, int down, boolean moves) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            begun = box.get();
            gesture = new Object();
            fromX = event.getSceneX();
            fromY = event.getSceneY();
            body.requestFocus();
            event.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            double byX = (event.getSceneX() - fromX) * frameWidth / Math.max(1, area.getWidth());
            double byY = (event.getSceneY() - fromY) * frameHeight / Math.max(1, area.getHeight());
            change(moves ? moved(begun, byX, byY) : drawn(begun, across, down, byX, byY), gesture);
            event.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    }

    /** Arrows push it by a pixel, with Shift by ten; with Alt its lower right corner. */
    private void pressed(KeyEvent event) {
        double step = event.isShiftDown() ? FAR : 1;
        double byX = switch (event.getCode()) {
            case LEFT -> -step;
            case RIGHT -> step;
            default -> 0;
        };
        double byY = switch (event.getCode()) {
            case UP -> -step;
            case DOWN -> step;
            default -> 0;
        };
        if (byX != 0 || byY != 0) {
            boolean size = event.isAltDown() && resizes;
            change(size ? drawn(box.get(), 1, 1, byX, byY) : moved(box.get(), byX, byY), this);
            event.consume();
        }
    }

    private void change(Rectangle2D next, Object of) {
        if (!next.equals(box.get())) {
            box.set(next);
            place();
            taker.take(next, of);
        }
    }

    private Rectangle2D moved(Rectangle2D from, double byX, double byY) {
        return new Rectangle2D(Math.clamp(Math.round(from.getMinX() + byX), 0, Math.max(0, frameWidth - from.getWidth())),
                Math.clamp(Math.round(from.getMinY() + byY), 0, Math.max(0, frameHeight - from.getHeight())), from.getWidth(),
                from.getHeight());
    }

    private Rectangle2D drawn(Rectangle2D from, int across, int down, double byX, double byY) {
        double left = from.getMinX();
        double top = from.getMinY();
        double right = from.getMaxX();
        double bottom = from.getMaxY();
        if (across < 0) {
            left = Math.clamp(Math.round(left + byX), 0, right - Math.min(LEAST, from.getWidth()));
        } else if (across > 0) {
            right = Math.clamp(Math.round(right + byX), left + Math.min(LEAST, from.getWidth()), frameWidth);
        }
        if (down < 0) {
            top = Math.clamp(Math.round(top + byY), 0, bottom - Math.min(LEAST, from.getHeight()));
        } else if (down > 0) {
            bottom = Math.clamp(Math.round(bottom + byY), top + Math.min(LEAST, from.getHeight()), frameHeight);
        }
        return new Rectangle2D(left, top, right - left, bottom - top);
    }
}
