package io.reelbench.app.viewer;

import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;

/** Where numbers and small ticks stand over a timeline. Pure. */
final class Ruler {

    private static final long[] STEPS_S = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000};

    /** A tick at a time; a large one has a number. */
    record Tick(long us, boolean large) {
    }

    private Ruler() {}

    /**
     * Ticks so that numbers stand at least some pixels apart, four small steps between two of them.
     *
     * @param lengthUs of the clip
     * @param width    of the timeline in pixels
     * @param apart    least distance of numbers in pixels
     */
    static List<Tick> ticks(long lengthUs, double width, double apart) {
        if (lengthUs <= 0 || width <= 0) {
            return List.of();
        }
        long step = step(lengthUs, width, apart);
        long small = step / 5;
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0, n = 0; at <= lengthUs; at += small, n++) {
            ticks.add(new Tick(at, n % 5 == 0));
        }
        return ticks;
    }

    private static long step(long lengthUs, double width, double apart) {
        double least = apart * lengthUs / width;
        for (long step : STEPS_S) {
            if (step * Time.SECOND >= least) {
                return step * Time.SECOND;
            }
        }
        // far beyond a day: whole days
        return (long) Math.ceil(least / (86_400.0 * Time.SECOND)) * 86_400 * Time.SECOND;
    }

    /** As it is written over the timeline: {@code 0:05}, {@code 1:02:30}. */
    static String number(long us) {
        long s = us / Time.SECOND;
        return s >= 3600
                ? String.format("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format("%d:%02d", s / 60, s % 60);
    }
}
