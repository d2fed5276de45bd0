package io.reelbench.app.viewer;

import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;

/** Where numbers and small ticks stand over a timeline. Pure. */
final class Ruler {

    private static final long[] STEPS_MS = {100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000,
            600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 18_000_000, 36_000_000};
    private static final int SMALL = 5;
    /** Whole clips are told in seconds; parts of them are only of use when they are looked at closely. */
    private static final long LEAST_OF_ALL_MS = 1000;

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
        return ticks(Zoomed.fitted(lengthUs, width), apart);
    }

    /** The same of the stretch that is shown, and one number before it. */
    static List<Tick> ticks(Zoomed shown, double apart) {
        if (shown.lengthUs() <= 0 || shown.width() <= 0) {
            return List.of();
        }
        long small = step(shown, apart) / SMALL;
        long first = (long) (shown.fromUs() / (small * SMALL)) * SMALL;
        long last = Math.min(shown.lengthUs(), Math.round(shown.fromUs() + shown.spanUs()));
        List<Tick> ticks = new ArrayList<>();
        for (long n = first; n * small <= last; n++) {
            ticks.add(new Tick(n * small, n % SMALL == 0));
        }
        return ticks;
    }

    private static long step(Zoomed shown, double apart) {
        double least = apart * shown.spanUs() / shown.width();
        for (long step : STEPS_MS) {
            if (step * 1000 >= least && (!shown.isWhole() || step >= LEAST_OF_ALL_MS)) {
                return step * 1000;
            }
        }
        // far beyond a day: whole days
        return (long) Math.ceil(least / (86_400.0 * Time.SECOND)) * 86_400 * Time.SECOND;
    }

    /** As it is written over the timeline: {@code 0:05}, {@code 1:02:30}, looked at closely {@code 0:05.2}. */
    static String number(long us) {
        long s = us / Time.SECOND;
        long tenths = us / (Time.SECOND / 10) % 10;
        return (s >= 3600
                ? String.format("%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format("%d:%02d", s / 60, s % 60)) + (tenths == 0 ? "" : "." + tenths);
    }
}
