package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fraction;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads ffprobe's numbers with suspicion: they come out of files that anyone may have made. */
final class Numbers {

    /** About 31 years; nothing longer is a time in a film. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000L);

    private Numbers() {}

    /** Seconds as a decimal number, in microseconds. */
    static OptionalLong micros(JsonNode seconds) {
        try {
            BigDecimal value = new BigDecimal(seconds.asString(""));
            return value.abs().compareTo(MOST_SECONDS) > 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(value.movePointRight(6).setScale(0, java.math.RoundingMode.HALF_UP).longValueExact());
        } catch (NumberFormatException notAvailable) {
            return OptionalLong.empty();
        }
    }

    /** A whole number that is not negative. */
    static OptionalLong count(JsonNode number) {
        String text = number.asString("");
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static int small(JsonNode number) {
        return (int) Math.min(Integer.MAX_VALUE, count(number).orElse(0));
    }

    /** A fraction above zero, written with a colon or a slash. */
    static Optional<Fraction> ratio(JsonNode fraction) {
        String[] parts = fraction.asString("").split("[:/]", -1);
        if (parts.length > 2 || !parts[0].matches("\\d{1,12}") || !parts[parts.length - 1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long over = Long.parseLong(parts[0]);
        long under = parts.length == 1 ? 1 : Long.parseLong(parts[1]);
        return over > 0 && under > 0 ? Optional.of(new Fraction(over, under)) : Optional.empty();
    }

    /** Ticks of a time base in microseconds, rounded to the nearest. */
    static long micros(long ticks, Fraction timebase) {
        return Fraction.of(ticks).times(timebase).times(Fraction.of(1_000_000)).round();
    }
}
