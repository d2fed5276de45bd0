package io.reelbench.engine.media;

/**
 * Width and height of a picture in pixels.
 *
 * @param width  0 or more
 * @param height 0 or more
 */
public record Size(int width, int height) {

    public Size turned() {
        return new Size(height, width);
    }

    public int shortSide() {
        return Math.min(width, height);
    }

    public boolean isPortrait() {
        return height > width;
    }

    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
