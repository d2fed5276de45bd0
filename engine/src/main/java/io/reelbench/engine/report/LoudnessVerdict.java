package io.reelbench.engine.report;

import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What keeps a track from passing a standard; judged by figures rounded to a tenth, as meters show them. */
final class LoudnessVerdict {

    private LoudnessVerdict() {}

    /** @return empty when it passes */
    static List<Text> against(LoudnessStandard standard, LoudnessFigures figures) {
        List<Text> wrong = new ArrayList<>();
        if (figures.integrated().isEmpty()) {
            wrong.add(ReportWords.SILENT.with());
            return wrong;
        }
        double off = tenths(figures.integrated().getAsDouble() - standard.integrated());
        if (Math.abs(off) > standard.tolerance()) {
            wrong.add((off > 0 ? ReportWords.TOO_LOUD : ReportWords.TOO_QUIET).with(Math.abs(off), standard.integrated()));
        }
        if (isOver(figures.truePeak(), standard.truePeak())) {
            wrong.add(ReportWords.PEAK_OVER.with(standard.truePeak()));
        }
        if (isOver(figures.range(), standard.range())) {
            wrong.add(ReportWords.RANGE_OVER.with(standard.range()));
        }
        return wrong;
    }

    private static boolean isOver(OptionalDouble figure, double most) {
        return figure.isPresent() && tenths(figure.getAsDouble()) > most;
    }

    private static double tenths(double figure) {
        return Math.round(figure * 10) / 10.0;
    }
}
