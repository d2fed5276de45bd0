package io.reelbench.engine.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values of one thing. */
final class Samples {

    /** The middle half of the values lies wider apart than this share of the median: the machine was busy with other things. */
    private static final double NOISY = 0.15;

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    /** By the nearest rank. */
    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.clamp((int) Math.ceil(percent / 100.0 * sorted.size()) - 1, 0, sorted.size() - 1));
    }

    double most() {
        return Collections.max(values);
    }

    boolean isNoisy() {
        return values.size() > 2 && percentile(75) - percentile(25) > NOISY * median();
    }

    /** The median, and the middle half where it is wide. */
    String spoken(String unit) {
        String range = isNoisy() ? " (" + number(percentile(25)) + "…" + number(percentile(75)) + ", noisy)" : "";
        return number(median()) + " " + unit + range;
    }

    static String number(double value) {
        String form = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
