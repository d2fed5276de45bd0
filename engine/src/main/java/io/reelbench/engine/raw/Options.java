package io.reelbench.engine.raw;

import java.util.List;
import java.util.OptionalDouble;

/** Arguments of one file, for looking things up. */
record Options(List<String> words) {

    private static final int MINUTE = 60;

    boolean has(String name) {
        return words.stream().anyMatch(w -> w.equals(name) || w.startsWith(name + ":"));
    }

    OptionalDouble number(String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? OptionalDouble.empty() : read(words.get(at + 1));
    }

    OptionalDouble seconds(String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? OptionalDouble.empty() : time(words.get(at + 1));
    }

    /** A plain number; empty for what is calculated. */
    static OptionalDouble read(String text) {
        return text.matches("[+-]?\\d{1,18}(\\.\\d{0,18})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /** A time in seconds, as ffmpeg writes it. */
    static OptionalDouble time(String text) {
        if (text.matches("\\d+(\\.\\d*)?(s|ms|us)?")) {
            double number = Double.parseDouble(text.replaceAll("[mus]", ""));
            return OptionalDouble.of(text.endsWith("ms") ? number / 1e3 : text.endsWith("us") ? number / 1e6 : number);
        } else if (!text.matches("(\\d+:)?\\d+:\\d+(\\.\\d+)?")) {
            return OptionalDouble.empty();
        }
        double seconds = 0;
        for (String part : text.split(":")) {
            seconds = seconds * MINUTE + Double.parseDouble(part);
        }
        return OptionalDouble.of(seconds);
    }
}
