package io.reelbench.engine.report;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Loudness to read. */
final class LoudnessText {

    private static final int LABEL = 18;

    private LoudnessText() {}

    static List<String> of(Levels levels) {
        List<String> lines = new ArrayList<>(List.of(Lines.one(levels.name())));
        for (Levels.One one : levels.tracks()) {
            LoudnessFigures figures = one.figures();
            lines.add("  " + ReportWords.SOUND.with(one.number()) + (one.language().isEmpty() ? "" : " · " + one.language()));
            line(lines, ReportWords.INTEGRATED, figures.integrated(), "LUFS");
            line(lines, ReportWords.RANGE, figures.range(), "LU");
            line(lines, ReportWords.RANGE_LOW, figures.low(), "LUFS");
            line(lines, ReportWords.RANGE_HIGH, figures.high(), "LUFS");
            line(lines, ReportWords.SAMPLE_PEAK, figures.samplePeak(), "dBFS");
            line(lines, ReportWords.TRUE_PEAK, figures.truePeak(), "dBTP");
            levels.wanted().standard().ifPresent(s -> lines.add("    " + Lines.padded(s.title(), LABEL) + verdict(s, figures)));
            series(lines, figures);
        }
        return lines;
    }

    private static void line(List<String> lines, ReportWords label, OptionalDouble figure, String unit) {
        String shown = figure.isPresent() ? tenths(figure.getAsDouble()) : "–";
        lines.add(
                "    " + Lines.padded(label.with().toString(), LABEL) + " ".repeat(Math.max(0, 6 - shown.length())) + shown + " "
                        + unit);
    }

    static String tenths(double figure) {
        return BigDecimal.valueOf(figure).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String verdict(LoudnessStandard standard, LoudnessFigures figures) {
        List<Text> wrong = LoudnessVerdict.against(standard, figures);
        return wrong.isEmpty()
                ? ReportWords.PASSES.with().toString()
                : ReportWords.FAILS.with(wrong.stream().map(Text::toString).collect(Collectors.joining("; "))).toString();
    }

    private static void series(List<String> lines, LoudnessFigures figures) {
        if (figures.series().isEmpty()) {
            return;
        }
        lines.add("    " + ReportWords.SERIES.with());
        figures.series().forEach(i -> lines.add("    " + Lines.padded(Time.seconds(i.us()), LABEL) + shown(i.momentary()) + "  "
                + shown(i.shortTerm())));
    }

    private static String shown(OptionalDouble figure) {
        String text = figure.isPresent() ? tenths(figure.getAsDouble()) : "–";
        return " ".repeat(Math.max(0, 6 - text.length())) + text;
    }
}
