package io.reelbench.app.queue;

import java.util.Arrays;

/** The speeds of a run in its last minute, one for each second. */
final class Speeds {

    static final int SECONDS = 60;

    private final double[] speeds = new double[SECONDS];
    private long last = Long.MIN_VALUE;
    private int count;

    /** A later speed within one second replaces the earlier one; seconds without any keep the one before. */
    void add(double speed, long second) {
        if (last == Long.MIN_VALUE) {
            last = second - 1;
        }
        double before = count == 0 ? speed : at(last);
        for (long s = Math.max(last + 1, second - SECONDS + 1); s <= second; s++) {
            speeds[(int) Math.floorMod(s, (long) SECONDS)] = before;
            count = Math.min(SECONDS, count + 1);
        }
        last = Math.max(last, second);
        speeds[(int) Math.floorMod(last, (long) SECONDS)] = speed;
    }

    private double at(long second) {
        return speeds[(int) Math.floorMod(second, (long) SECONDS)];
    }

    /** The oldest first. */
    double[] values() {
        double[] values = new double[count];
        Arrays.setAll(values, i -> at(last - count + 1 + i));
        return values;
    }

    void clear() {
        count = 0;
        last = Long.MIN_VALUE;
    }
}
