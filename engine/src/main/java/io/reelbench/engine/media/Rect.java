package io.reelbench.engine.media;

/**
 * A region of a picture in pixels, from its top left corner.
 *
 * @param width  more than 0
 * @param height more than 0
 */
public record Rect(int width, int height, int x, int y) {

    public static Rect of(Size size) {
        return new Rect(size.width(), size.height(), 0, 0);
    }

    public Size size() {
        return new Size(width, height);
    }

    @Override
    public String toString() {
        return width + ":" + height + ":" + x + ":" + y;
    }
}
