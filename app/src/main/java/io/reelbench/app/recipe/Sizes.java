package io.reelbench.app.recipe;

import java.util.Locale;

/** Sizes and times as ranges: {@code 58–66 MB}, {@code 1–2 min}. */
final class Sizes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Sizes() {}

    static String range(long least, long most) {
        int unit = unit(most);
        String low = number(least, unit);
        String high = number(most, unit);
        return (low.equals(high) ? high : low + "–" + high) + " " + UNITS[unit];
    }

    static String one(long bytes) {
        int unit = unit(bytes);
        return number(bytes, unit) + " " + UNITS[unit];
    }

    private static int unit(long bytes) {
        int unit = 0;
        for (double left = bytes / 1000.0; left >= 999.5 && unit < UNITS.length - 1; left /= 1000) {
            unit++;
        }
        return unit;
    }

    private static String number(long bytes, int unit) {
        double value = bytes / Math.pow(1000, unit + 1.0);
        String text = String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f" : "%.0f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** From one number of seconds to another. */
    static String seconds(double least, double most) {
        if (most < 90) {
            return between(Math.max(1, Math.round(least)), Math.max(1, Math.round(most)), "s");
        } else if (most < 5400) {
            return between(Math.max(1, (long) Math.floor(least / 60)), (long) Math.ceil(most / 60), "min");
        }
        return between(Math.max(1, (long) Math.floor(least / 3600)), (long) Math.ceil(most / 3600), "h");
    }

    private static String between(long low, long high, String unit) {
        return (low >= high ? String.valueOf(high) : low + "–" + high) + " " + unit;
    }
}
