package io.reelbench.engine.caption;

import java.util.List;

/**
 * A text that is shown for a while.
 *
 * @param fromUs first moment, in microseconds
 * @param toUs   the moment after the last
 * @param layer  those of higher ones lie over those of lower ones
 * @param place  where
 * @param fade   how it comes and goes
 * @param pieces the text in order
 */
public record Cue(long fromUs, long toUs, int layer, Place place, Fade fade, List<Piece> pieces) {

    /**
     * A part of the text that looks alike.
     *
     * @param text with line feeds where lines end
     */
    public record Piece(String text, Look look) {
    }

    /**
     * How strong it is over time; shares of its full strength, and microseconds from its first moment.
     *
     * @param before  up to {@code inUs}
     * @param during  from {@code shownUs} to {@code goingUs}
     * @param after   from {@code goneUs} on
     */
    public record Fade(double before, double during, double after, long inUs, long shownUs, long goingUs, long goneUs) {

        public static final Fade NONE = new Fade(1, 1, 1, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE);

        /** 0 to 1, at a time from its first moment. */
        public double at(long us) {
            if (us < shownUs) {
                return between(before, during, inUs, shownUs, us);
            }
            return us < goingUs ? during : between(during, after, goingUs, goneUs, us);
        }

        /** The same of a cue whose first moments are cut away, and that runs so much faster. */
        Fade cut(long us, double pace) {
            return equals(NONE)
                    ? this
                    : new Fade(before, during, after, moved(inUs, us, pace), moved(shownUs, us, pace), moved(goingUs, us, pace),
                            moved(goneUs, us, pace));
        }

        private static long moved(long at, long us, double pace) {
            return Math.round((at - us) / pace);
        }

        private static double between(double a, double b, long from, long to, long us) {
            double share = to <= from ? us < from ? 0 : 1 : Math.clamp((double) (us - from) / (to - from), 0, 1);
            return a + (b - a) * share;
        }
    }

    /**
     * The same at another time.
     *
     * @param cutUs how much of its beginning is cut away, in microseconds as they were
     * @param pace  how much faster time runs now
     */
    public Cue at(long from, long to, long cutUs, double pace) {
        return new Cue(from, to, layer, place, fade.cut(cutUs, pace), pieces);
    }

    /** What it says, without looks. */
    public String text() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        return all.toString();
    }
}
