package io.reelbench.app.viewer;

import javafx.geometry.Rectangle2D;

/**
 * How near a picture is looked at, the same for both sides. Pure.
 *
 * @param zoom 1 when it is fitted into its room
 * @param x    what of the picture lies in the middle of the room, 0 to 1 of its width …
 * @param y    … and of its height
 */
record Lens(double zoom, double x, double y) {

    static final Lens FIT = new Lens(1, 0.5, 0.5);

    /** Where a picture lies that would lie at a place when it is fitted. */
    Rectangle2D area(Rectangle2D fitted, Rectangle2D room) {
        double width = fitted.getWidth() * zoom;
        double height = fitted.getHeight() * zoom;
        return new Rectangle2D(from(room.getMinX(), room.getWidth(), width, x), from(room.getMinY(), room.getHeight(), height, y),
                width, height);
    }

    /** No empty room on one side while something is hidden on the other. */
    private static double from(double room, double length, double size, double middle) {
        return size <= length
                ? room + (length - size) / 2
                : Math.clamp(room + length / 2 - middle * size, room + length - size, room);
    }

    /** Nearer or farther by a factor, with the same spot of the picture under the pointer. */
    Lens times(double factor, double most, double pointerX, double pointerY, Rectangle2D fitted, Rectangle2D room) {
        double next = Math.clamp(zoom * factor, 1, Math.max(1, most));
        if (next == 1 || fitted.getWidth() <= 0 || fitted.getHeight() <= 0) {
            return FIT;
        }
        Rectangle2D now = area(fitted, room);
        double spotX = (pointerX - now.getMinX()) / now.getWidth();
        double spotY = (pointerY - now.getMinY()) / now.getHeight();
        double middleX = room.getMinX() + room.getWidth() / 2;
        double middleY = room.getMinY() + room.getHeight() / 2;
        return new Lens(next, spotX + (middleX - pointerX) / (fitted.getWidth() * next),
                spotY + (middleY - pointerY) / (fitted.getHeight() * next)).settled(fitted, room);
    }

    /** The picture pushed by so many pixels. */
    Lens pushed(double byX, double byY, Rectangle2D fitted, Rectangle2D room) {
        return fitted.getWidth() <= 0 || fitted.getHeight() <= 0
                ? this
                : new Lens(zoom, x - byX / (fitted.getWidth() * zoom), y - byY / (fitted.getHeight() * zoom)).settled(fitted,
                        room);
    }

    /** With the middle that is really seen, so that pushing back works at once. */
    private Lens settled(Rectangle2D fitted, Rectangle2D room) {
        Rectangle2D area = area(fitted, room);
        return new Lens(zoom, (room.getMinX() + room.getWidth() / 2 - area.getMinX()) / area.getWidth(),
                (room.getMinY() + room.getHeight() / 2 - area.getMinY()) / area.getHeight());
    }
}
