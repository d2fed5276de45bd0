package io.reelbench.app.viewer;

import io.reelbench.app.desk.Cuts;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where what is made is put together; times are microseconds of the clip.
 *
 * @param kind     what meets there
 * @param range    the range that it lies in, or the one that ends there, from 0
 * @param beforeUs when what comes before it ends
 * @param afterUs  when what comes behind it begins; the same where it lies within a range
 */
record Seam(Kind kind, int range, long beforeUs, long afterUs) {

    /** What meets. */
    enum Kind {
        /** Two ranges. */
        JOIN,
        /** Frames that are encoded again, and behind them frames that are copied. */
        ENCODED_COPIED,
        /** Frames that are copied, and behind them frames that are encoded again. */
        COPIED_ENCODED
    }

    /** A zone may begin half a frame beside what was asked for. */
    private static final long NEAR_US = 60_000;

    /** All of a plan, in the order of what is made. */
    static List<Seam> of(Cuts cuts, Plan plan, long lengthUs) {
        List<Seam> seams = new ArrayList<>();
        for (int i = 0; i < cuts.parts().size(); i++) {
            Cuts.Part part = cuts.parts().get(i);
            long end = part.endUs(lengthUs);
            for (Range zone : plan.zones()) {
                if (isHead(zone, part, end)) {
                    seams.add(new Seam(Kind.ENCODED_COPIED, i, zone.toUs(), zone.toUs()));
                } else if (isTail(zone, part, end)) {
                    seams.add(new Seam(Kind.COPIED_ENCODED, i, zone.fromUs(), zone.fromUs()));
                }
            }
            if (!cuts.intoFiles() && i + 1 < cuts.parts().size()) {
                seams.add(new Seam(Kind.JOIN, i, end, cuts.parts().get(i + 1).fromUs()));
            }
        }
        return List.copyOf(seams);
    }

    static boolean isHead(Range zone, Cuts.Part part, long endUs) {
        return Math.abs(zone.fromUs() - part.fromUs()) < NEAR_US && zone.toUs() < endUs - NEAR_US;
    }

    static boolean isTail(Range zone, Cuts.Part part, long endUs) {
        return Math.abs(zone.toUs() - endUs) < NEAR_US && zone.fromUs() > part.fromUs() + NEAR_US;
    }
}
