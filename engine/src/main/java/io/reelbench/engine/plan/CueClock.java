package io.reelbench.engine.plan;

import io.reelbench.engine.caption.Cue;
import java.util.ArrayList;
import java.util.List;

/** When cues come on the timeline of an edit. */
public final class CueClock {

    private CueClock() {}

    /** Cues of the clip itself: they go with the parts that are kept, and as fast. Their times are the clip's, as its file counts them. */
    public static List<Cue> moved(Edit edit, List<Cue> cues) {
        List<Cue> all = new ArrayList<>();
        long before = 0;
        for (Segment part : edit.segments()) {
            // a part that begins with the clip is read from the file's own zero, which may lie before the first frame
            long zero = part.fromUs() == 0 ? 0 : part.fromUs() + Inputs.offset(edit.source(part));
            long end = part.toUs().isEmpty() ? Range.OPEN : part.toUs().getAsLong() + Inputs.offset(edit.source(part));
            for (Cue cue : cues) {
                long from = Math.max(cue.fromUs(), zero);
                long to = Math.min(cue.toUs(), end);
                if (from < to) {
                    all.add(cue.at(edit.paced(before + from - zero), edit.paced(before + to - zero), from - cue.fromUs(),
                            edit.pace().approximate()));
                }
            }
            before += edit.length(part).orElse(0);
        }
        return List.copyOf(all);
    }

    /** So much later; what would come before the beginning, or after the end, is cut away. */
    public static List<Cue> later(Edit edit, List<Cue> cues, long us) {
        long end = edit.lengthUs().orElse(Range.OPEN);
        List<Cue> all = new ArrayList<>();
        for (Cue cue : cues) {
            long from = Math.max(0, cue.fromUs() + us);
            long to = cue.toUs() + us;
            if (from < to && from < end) {
                all.add(cue.at(from, to, from - cue.fromUs() - us, 1));
            }
        }
        return List.copyOf(all);
    }
}
