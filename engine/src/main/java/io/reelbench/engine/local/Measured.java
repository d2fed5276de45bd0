package io.reelbench.engine.local;

import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * What was measured of a sound, and the filter that follows from it.
 *
 * @param filter as the graph spells it
 * @param note   for people
 */
record Measured(String filter, Text note) {

    /** loudnorm knows no wider range. */
    private static final double WIDEST_RANGE = 50;
    private static final Pattern PEAK = Pattern.compile("Peak level dB:\\s*(-?[0-9.]+|-inf)");

    private static final Pattern INTEGRATED = Pattern.compile("\\sI:\\s+(-?[0-9.]+|-inf) LUFS");
    private static final Pattern TRUE_PEAK = Pattern.compile("\\sPeak:\\s+(-?[0-9.]+|-inf) dBFS");

    /** Reads what ffmpeg printed while it measured. */
    static Measured read(Measure measure, String complaints) throws FailedException {
        return switch (measure) {
            case Measure.Loudness loudness -> loudness(loudness, complaints);
            case Measure.Peak(double level) -> peak(level, complaints);
            case Measure.Outcome(String _, int track) -> outcome(track, complaints);
        };
    }

    private static Measured loudness(Measure.Loudness wanted, String said) throws FailedException {
        double integrated = figure(said, "input_i");
        double peak = figure(said, "input_tp");
        double range = figure(said, "input_lra");
        if (integrated <= -70 || Double.isInfinite(integrated)) {
            return new Measured("anull", LocalWords.SILENT.with());
        }
        double gain = wanted.integrated() - integrated;
        boolean peaksAllow = peak + gain <= wanted.truePeak();
        boolean narrows = wanted.narrows() && range > wanted.range();
        if (peaksAllow && !narrows) {
            // linear loudnorm is nothing but this gain, and a gain keeps the sample rate
            return new Measured("volume=%sdB".formatted(figure(gain, 3)),
                    LocalWords.LOUDNESS_GAIN.with(figure(integrated, 1), figure(wanted.integrated(), 1), signed(gain)));
        }
        String dynamic = "loudnorm=I=%s:TP=%s:LRA=%s:measured_I=%s:measured_TP=%s:measured_LRA=%s:measured_thresh=%s:offset=%s,aresample=%d"
                .formatted(figure(wanted.integrated(), 2), figure(wanted.truePeak(), 2),
                        figure(narrows ? wanted.range() : Math.clamp(Math.max(wanted.range(), range), 1, WIDEST_RANGE), 2),
                        figure(integrated, 2),
                        figure(peak, 2), figure(range, 2), figure(figure(said, "input_thresh"), 2),
                        figure(figure(said, "target_offset"), 2), wanted.sampleRate());
        return new Measured(dynamic, peaksAllow
                ? LocalWords.LOUDNESS_NARROWED.with(figure(integrated, 1), figure(wanted.integrated(), 1), figure(range, 1),
                        figure(wanted.range(), 1))
                : LocalWords.LOUDNESS_DYNAMIC.with(figure(integrated, 1), figure(wanted.integrated(), 1), figure(peak, 1)));
    }

    private static Measured outcome(int track, String said) throws FailedException {
        return new Measured("", LocalWords.LOUDNESS_AFTER.with(track, last(INTEGRATED, said), last(TRUE_PEAK, said)));
    }

    private static String last(Pattern pattern, String said) throws FailedException {
        return pattern.matcher(said).results().map(r -> r.group(1)).reduce((_, last) -> last)
                .orElseThrow(Measured::unreadable);
    }

    private static Measured peak(double level, String said) throws FailedException {
        String last = last(PEAK, said);
        if (last.equals("-inf")) {
            return new Measured("anull", LocalWords.SILENT.with());
        }
        double gain = level - Double.parseDouble(last);
        return new Measured("volume=%sdB".formatted(figure(gain, 3)),
                LocalWords.PEAK_GAIN.with(figure(Double.parseDouble(last), 1), figure(level, 1), signed(gain)));
    }

    /** A value of loudnorm's JSON, which stands last. */
    private static double figure(String said, String name) throws FailedException {
        String last = last(Pattern.compile("\"" + name + "\"\\s*:\\s*\"(-?inf|-?[0-9.]+)\""), said);
        return last.endsWith("inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(last);
    }

    private static FailedException unreadable() {
        return new FailedException(new Failure.Internal(LocalWords.NO_SCORE.english()));
    }

    private static String figure(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String signed(double gain) {
        return (gain < 0 ? "−" : "+") + figure(Math.abs(gain), 1);
    }
}
