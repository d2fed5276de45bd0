package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;
import java.util.OptionalLong;

/** Rules between the options of a picture file. */
final class StillForms {

    private StillForms() {}

    static void check(StillForm still, Problems problems) {
        boolean lossless = still.level().filter(l -> l instanceof StillForm.Exact).isPresent();
        if (still.level().isPresent() && still.level().get() instanceof StillForm.Exact(boolean yes) && !yes) {
            problems.add("lossless", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES);
        }
        boolean can = still.format() == StillForm.Format.WEBP || still.format() == StillForm.Format.AVIF;
        if (lossless && !can) {
            problems.add("lossless", Code.NOT_AVAILABLE, OperationWords.ALPHA_BITS, "webp, avif");
        }
    }

    /** The edit with the picture of its clip written; what is carried beside the picture must be known to say what is lost. */
    static Edit written(String label, Chain chain, StillForm still, boolean keeps, Edit edit) {
        Edit done = edit.withSink(new Sink.StillSink(label, chain, still, OptionalLong.empty(), Sink.Pick.EXACT, keeps));
        return keeps && edit.first().known().attached().isEmpty() ? done.wanting(new Fact.Attached()) : done;
    }
}
