package io.reelbench.engine.local;

import io.reelbench.engine.plan.Measure;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was measured of a sound, and the filter that follows from it.
 *
 * @param filter as the graph spells it
 * @param note   for people
 */
record Measured(String filter, Text note) {

    /** loudnorm keeps to one gain only below this range; it raises the target to what was measured for that. */
    private static final double WIDEST_RANGE = 50;
    private static final double LEAST_RANGE = 7;
    private static final Pattern PEAK = Pattern.compile("Peak level dB:\\s*(-?[0-9.]+|-inf)");

    /** Reads what ffmpeg printed while it measured. */
    static Measured read(Measure measure, String complaints) throws FailedException {
        return switch (measure) {
            case Measure.Loudness loudness -> loudness(loudness, complaints);
            case Measure.Peak(double level) -> peak(level, complaints);
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
        boolean oneGain = peak + gain <= wanted.truePeak() && range <= WIDEST_RANGE;
        if (oneGain) {
            // linear loudnorm is nothing but this gain, and a gain keeps the sample rate
            return new Measured("volume=%sdB".formatted(figure(gain, 3)),
                    LocalWords.LOUDNESS_GAIN.with(figure(integrated, 1), figure(wanted.integrated(), 1), signed(gain)));
        }
        String dynamic = "loudnorm=I=%s:TP=%s:LRA=%s:measured_I=%s:measured_TP=%s:measured_LRA=%s:measured_thresh=%s:offset=%s,aresample=%d"
                .formatted(figure(wanted.integrated(), 2), figure(wanted.truePeak(), 2),
                        figure(Math.clamp(Math.max(wanted.range(), LEAST_RANGE), 1, WIDEST_RANGE), 2), figure(integrated, 2),
                        figure(peak, 2), figure(range, 2), figure(figure(said, "input_thresh"), 2),
                        figure(figure(said, "target_offset"), 2), wanted.sampleRate());
        return new Measured(dynamic,
                LocalWords.LOUDNESS_DYNAMIC.with(figure(integrated, 1), figure(wanted.integrated(), 1), figure(peak, 1)));
    }

    private static Measured peak(double level, String said) throws FailedException {
        Matcher peak = PEAK.matcher(said);
        String last = null;
        while (peak.find()) {
            last = peak.group(1);
        }
        if (last == null) {
            throw unreadable();
        } else if (last.equals("-inf")) {
            return new Measured("anull", LocalWords.SILENT.with());
        }
        double gain = level - Double.parseDouble(last);
        return new Measured("volume=%sdB".formatted(figure(gain, 3)),
                LocalWords.PEAK_GAIN.with(figure(Double.parseDouble(last), 1), figure(level, 1), signed(gain)));
    }

    /** A value of loudnorm's JSON, which stands last. */
    private static double figure(String said, String name) throws FailedException {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"(-?inf|-?[0-9.]+)\"").matcher(said);
        String last = null;
        while (value.find()) {
            last = value.group(1);
        }
        if (last == null) {
            throw unreadable();
        }
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
