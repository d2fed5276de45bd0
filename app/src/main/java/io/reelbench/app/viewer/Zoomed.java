package io.reelbench.app.viewer;

/**
 * Which stretch of a clip a timeline shows. Immutable and pure; times are microseconds, places are pixels from the left.
 *
 * @param lengthUs of the clip
 * @param width    of the timeline
 * @param fromUs   at the left edge
 * @param spanUs   from edge to edge
 */
record Zoomed(long lengthUs, double width, double fromUs, double spanUs) {

    /** A frame is never wider than this. */
    private static final double WIDEST_FRAME = 48;
    static final Zoomed NOTHING = new Zoomed(0, 0, 0, 1);

    /** All of a clip. */
    static Zoomed fitted(long lengthUs, double width) {
        return new Zoomed(lengthUs, width, 0, Math.max(1, lengthUs));
    }

    boolean isWhole() {
        return spanUs >= lengthUs;
    }

    /** How many times larger than fitted. */
    double factor() {
        return spanUs <= 0 ? 1 : Math.max(1, lengthUs / spanUs);
    }

    double x(long us) {
        return lengthUs <= 0 ? 0 : (us - fromUs) * width / spanUs;
    }

    /** The time at a place, within the clip. */
    long us(double x) {
        return Math.clamp(Math.round(fromUs + (width <= 0 ? 0 : x / width) * spanUs), 0, Math.max(0, lengthUs));
    }

    /** How long so many pixels are. */
    long span(double pixels) {
        return width <= 0 ? 0 : Math.round(pixels * spanUs / width);
    }

    /** On another width: the same stretch. */
    Zoomed wide(double other) {
        return new Zoomed(lengthUs, other, fromUs, spanUs);
    }

    /**
     * Larger or smaller, with what lies at a place staying there.
     *
     * @param by      more than 1 is larger
     * @param frameUs how long a frame is
     */
    Zoomed zoomed(double by, double x, long frameUs) {
        double least = Math.min(lengthUs, width / WIDEST_FRAME * Math.max(1, frameUs));
        double span = Math.clamp(spanUs / by, Math.max(1, least), Math.max(1, lengthUs));
        double at = fromUs + x / Math.max(1, width) * spanUs;
        return at(at - x / Math.max(1, width) * span, span);
    }

    /** Moved by pixels, as far as there is something. */
    Zoomed scrolled(double pixels) {
        return at(fromUs + pixels * spanUs / Math.max(1, width), spanUs);
    }

    /** Scrolled so far that a time is in sight; the same where it is. */
    Zoomed showing(long us) {
        if (us >= fromUs && us <= fromUs + spanUs) {
            return this;
        }
        return at(us - spanUs / 2, spanUs);
    }

    private Zoomed at(double from, double span) {
        return new Zoomed(lengthUs, width, Math.clamp(from, 0, Math.max(0, lengthUs - span)), span);
    }
}
