package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole microseconds, the engine's only unit of time: reading what people write, and writing what people and ffmpeg read. */
public final class Time {

    public static final long SECOND = 1_000_000;

    private static final Map<String, Long> UNITS = Map.of("ms", 1000L, "s", SECOND, "min", 60 * SECOND, "m", 60 * SECOND, "h",
            3600 * SECOND);
    private static final Pattern SUM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|min|m|h)");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");
    /** Nothing longer than about 31 years is a time in a film; it keeps sums away from overflow. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L * SECOND);

    private Time() {}

    /** Reads {@code 12.5}, {@code 12.5s}, {@code 62500ms}, {@code 1h2m3.5s}, {@code 1:02.5}, {@code 00:01:02.500}; empty for other forms. */
    static Optional<Long> read(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("\\d+,\\d+")) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.COMMA.with(text, plain.replace(',', '.')));
        }
        if (plain.matches("\\d+(\\.\\d*)?|\\.\\d+")) {
            return Optional.of(micros(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain), SECOND, text));
        }
        Matcher clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            return Optional.of(fields(clock, text));
        }
        return sum(plain, text);
    }

    private static long fields(Matcher clock, String text) throws BadValue {
        BigDecimal seconds = new BigDecimal(clock.group(3));
        long minutes = Long.parseLong(clock.group(2));
        if (seconds.compareTo(BigDecimal.valueOf(60)) >= 0 || clock.group(1) != null && minutes >= 60) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.SIXTY.with(text));
        }
        BigDecimal hours = clock.group(1) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(1));
        return micros(hours.multiply(BigDecimal.valueOf(3600)).add(BigDecimal.valueOf(minutes * 60)).add(seconds), SECOND, text);
    }

    private static Optional<Long> sum(String plain, String text) throws BadValue {
        Matcher part = SUM.matcher(plain);
        long total = 0;
        int at = 0;
        while (at < plain.length() && part.find(at) && part.start() == at) {
            total += micros(new BigDecimal(part.group(1)), UNITS.get(part.group(2)), text);
            at = part.end();
        }
        return at == plain.length() && at > 0 ? Optional.of(total) : Optional.empty();
    }

    private static long micros(BigDecimal amount, long unit, String text) throws BadValue {
        BigDecimal us = amount.multiply(BigDecimal.valueOf(unit));
        if (us.compareTo(MOST) > 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.NOT_A_TIME.with(text));
        }
        return us.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
    }

    /** Seconds as ffmpeg reads them, exact to the microsecond: {@code 12.5}, {@code 0.000001}. */
    public static String seconds(long us) {
        return BigDecimal.valueOf(us, 6).stripTrailingZeros().toPlainString();
    }

    /** As people read it: {@code 4:12}, {@code 1:02:03.5}; thousandths are shown when there are any. */
    public static String spoken(long us) {
        long ms = Math.round(Math.abs(us) / 1000.0);
        long whole = ms / 1000;
        String clock = whole >= 3600
                ? String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format("%d:%02d", whole / 60, whole % 60);
        String rest = ms % 1000 == 0 ? "" : String.format(".%03d", ms % 1000).replaceAll("0+$", "");
        return (us < 0 ? "-" : "") + clock + rest;
    }
}
