package io.reelbench.engine.operation;

import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;

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
}
