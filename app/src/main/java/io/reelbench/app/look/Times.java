package io.reelbench.app.look;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.problem.BadValue;
import java.util.Locale;
import java.util.Optional;

/** Times and sizes as the window writes them; what is uncertain as a range with an en dash. Times are microseconds. */
public final class Times {

    private static final double SECOND = Time.SECOND;

    private Times() {}

    /** A length in whole seconds: {@code 0:39}, {@code 1:12:40}. */
    public static String length(long us) {
        return Time.spoken(us / Time.SECOND * Time.SECOND);
    }

    /**
     * The frame on screen at a time: {@code 00:00:24:21}.
     *
     * @param first the clip's own first timecode
     */
    public static String timecode(long us, Rate rate, Optional<Timecode> first) {
        long frame = Math.max(0, rate.framesIn(us + 1) - 1);
        if (first.isPresent()) {
            try {
                return Timecode.ofFrame(first.get().toFrame(rate) + frame, rate, first.get().drop()).toString();
            } catch (BadValue notOfThisRate) {
                return Timecode.ofFrame(frame, rate, false).toString();
            }
        }
        return Timecode.ofFrame(frame, rate, false).toString();
    }

    /** {@code 25–29 MB}; one number when both are written alike, and as precise as the larger one needs. */
    public static String sizes(long least, long most) {
        if (most < 1000) {
            return new Bytes(most).spoken();
        }
        int power = most < 999_500 ? 1 : most < 999_500_000 ? 2 : most < 999_500_000_000L ? 3 : 4;
        double unit = Math.pow(1000, power);
        boolean whole = most / unit >= 9.95 && (least / unit >= 0.95 || least == 0);
        return range(amount(least / unit, whole), amount(most / unit, whole)) + " " + "kMGT".charAt(power - 1) + "B";
    }

    /** The same of one number. */
    public static String size(long bytes) {
        return sizes(bytes, bytes);
    }

    /** {@code 0.9–1.5 Mb/s}, from bytes and microseconds. */
    public static String rates(long least, long most, long us) {
        double unit = most * 8 * SECOND / us >= 950_000 ? 1e6 : 1e3;
        double low = least * 8 * SECOND / us / unit;
        double high = most * 8 * SECOND / us / unit;
        boolean whole = high >= 9.95;
        return range(amount(low, whole), amount(high, whole)) + (unit > 1e3 ? " Mb/s" : " kb/s");
    }

    /** How long something will take: {@code 2–3 min}, {@code 20 s}, {@code 1–1.5 h}. */
    public static String span(long least, long most) {
        double seconds = most / SECOND;
        if (seconds <= 90) {
            long high = Math.max(1, Math.round(Math.ceil(seconds)));
            return range(String.valueOf(Math.clamp(Math.round(least / SECOND), 1, high)), String.valueOf(high)) + " s";
        } else if (seconds <= 90 * 60) {
            long high = Math.round(Math.ceil(seconds / 60));
            return range(String.valueOf(Math.clamp(least / (60 * Time.SECOND), 1, high)), String.valueOf(high)) + " min";
        }
        return range(halves(Math.max(0.5, Math.floor(least / SECOND / 1800) / 2)), halves(Math.ceil(seconds / 1800) / 2)) + " h";
    }

    /** The same of one number. */
    public static String span(long us) {
        return span(us, us);
    }

    private static String range(String low, String high) {
        return low.equals(high) ? high : low + "–" + high;
    }

    private static String amount(double value, boolean whole) {
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value).replaceAll("\\.0$", "");
    }

    private static String halves(double hours) {
        return String.format(Locale.ROOT, "%.1f", hours).replaceAll("\\.0$", "");
    }
}
