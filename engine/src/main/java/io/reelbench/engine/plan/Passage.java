package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;

/**
 * What lies between two clips that are joined.
 *
 * @param kind what is seen and heard there
 * @param us   how long, in microseconds, a whole number of frames where there is a picture; 0 for a plain cut
 */
public record Passage(Kind kind, long us) {

    public static final Passage CUT = new Passage(Kind.CUT, 0);

    /** What is seen and heard. */
    public enum Kind {
        /** One ends and the next begins. */
        CUT,
        /** Black and silence. */
        GAP,
        /** The end of one lies over the beginning of the next. */
        CROSSFADE,
        /** One becomes black, then the next comes out of it; nothing lies over anything. */
        DIP
    }

    boolean isCut() {
        return kind == Kind.CUT;
    }

    /** How much later than the end of one clip the next begins; less than zero where they lie over each other. */
    public long apartUs() {
        return switch (kind) {
            case CUT, DIP -> 0;
            case GAP -> us;
            case CROSSFADE -> -us;
        };
    }

    @Override
    public String toString() {
        return Time.seconds(us);
    }
}
