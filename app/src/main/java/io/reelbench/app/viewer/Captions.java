package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.ResultFrame;
import java.util.Locale;

/** What is said of a result frame. Pure. */
final class Captions {

    private Captions() {}

    /** On the picture. */
    static String tag(ResultFrame made) {
        return made.kept() ? "Result" : "Cut away";
    }

    /** In the header. */
    static String of(ResultFrame made, Clip clip) {
        if (made.copied()) {
            return "Picture copied, nothing is lost";
        }
        String rate = clip.planning().get() instanceof Planning.Ready(_, Plan plan, _) ? rate(plan.estimate()) : "";
        String frame = made.encodedBytes().isPresent()
                ? "Encoded frame · " + new Bytes(made.encodedBytes().getAsLong()).spoken()
                : "Filtered frame";
        return rate.isEmpty() ? frame : frame + " · " + rate;
    }

    private static String rate(Plan.Estimate estimate) {
        if (estimate.lengthUs().isEmpty() || estimate.lengthUs().getAsLong() == 0) {
            return "";
        }
        double seconds = estimate.lengthUs().getAsLong() / 1e6;
        return String.format(Locale.ROOT, "~%.1f–%.1f Mb/s", estimate.leastBytes() * 8 / seconds / 1e6,
                estimate.mostBytes() * 8 / seconds / 1e6);
    }
}
