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

    /** The largest region inside this one whose edges stand on the given grids, in pixels; empty when there is none. */
    public java.util.Optional<Rect> inwards(int across, int down) {
        int left = Math.ceilDiv(x, across) * across;
        int top = Math.ceilDiv(y, down) * down;
        int right = (x + width) / across * across;
        int bottom = (y + height) / down * down;
        return right > left && bottom > top
                ? java.util.Optional.of(new Rect(right - left, bottom - top, left, top))
                : java.util.Optional.empty();
    }

    @Override
    public String toString() {
        return width + ":" + height + ":" + x + ":" + y;
    }
}
