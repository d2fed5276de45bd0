package io.reelbench.engine.bench;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param goal in words; empty for what is only told
 * @param met  yes, NO, or why nobody knows
 */
record Row(String measure, String ours, String peer, String ratio, String goal, String met) {

    static final Row HEAD = new Row("measure", "ours", "peer", "ratio", "goal", "met");

    /** Ours divided by the peer's, which must not be more than the goal. */
    static Row atMost(String measure, Samples ours, Samples peer, String unit, double goal) {
        double ratio = ours.median() / peer.median();
        return new Row(measure, ours.spoken(unit), peer.spoken(unit), times(ratio), "≤ " + times(goal), met(ratio <= goal));
    }

    /** The peer's divided by ours, which must be the goal at least. */
    static Row atLeast(String measure, Samples ours, Samples peer, String unit, double goal) {
        double ratio = peer.median() / ours.median();
        return new Row(measure, ours.spoken(unit), peer.spoken(unit), times(ratio), "≥ " + times(goal), met(ratio >= goal));
    }

    static Row below(String measure, Samples ours, String unit, double goal) {
        return new Row(measure, ours.spoken(unit), "", "", "≤ " + Samples.number(goal) + " " + unit, met(ours.median() <= goal));
    }

    static Row told(String measure, Samples ours, String unit) {
        return new Row(measure, ours.spoken(unit), "", "", "", "");
    }

    static Row compared(String measure, Samples ours, Samples peer, String unit) {
        return new Row(measure, ours.spoken(unit), peer.spoken(unit), times(ours.median() / peer.median()), "", "");
    }

    static Row missing(String measure, String ours, String goal) {
        return new Row(measure, ours, "peer not installed", "", goal, "?");
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.3f ×", ratio);
    }

    private static String met(boolean met) {
        return met ? "yes" : "NO";
    }

    List<String> cells() {
        return List.of(measure, ours, peer, ratio, goal, met);
    }
}
