package io.reelbench.app.viewer;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.look.Times;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.ResultFrame;
import java.util.ArrayList;
import java.util.List;

/** What is said of a result frame. Pure. */
final class Captions {

    private Captions() {}

    /** On the picture. */
    static String tag(ResultFrame made) {
        return (made.kept() ? ViewerWords.RESULT : ViewerWords.CUT_AWAY).say();
    }

    /** In the header. */
    static List<String> of(ResultFrame made, Clip clip, Past past) {
        if (made.copied()) {
            return List.of(ViewerWords.NOTHING_LOST.say());
        }
        List<String> facts = new ArrayList<>();
        if (made.encodedBytes().isPresent()) {
            facts.add(ViewerWords.ENCODED_FRAME.say(new Bytes(made.encodedBytes().getAsLong()).spoken()));
        }
        if (clip.planning().get() instanceof Planning.Ready(_, Plan plan, _, _)) {
            Plan.Estimate size = past.of(plan.estimate());
            facts.add(Times.sizes(size.leastBytes(), size.mostBytes()));
            facts.add(rate(size));
        }
        return facts.stream().filter(f -> !f.isEmpty()).toList();
    }

    private static String rate(Plan.Estimate estimate) {
        if (estimate.lengthUs().isEmpty() || estimate.lengthUs().getAsLong() == 0) {
            return "";
        }
        return Times.rates(estimate.leastBytes(), estimate.mostBytes(), estimate.lengthUs().getAsLong());
    }
}
