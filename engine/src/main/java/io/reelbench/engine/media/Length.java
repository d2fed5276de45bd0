package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;

/** A duration as a person asks for it: a time, a number of frames, or a share of the clip. */
public sealed interface Length {

    /** In microseconds. */
    record Micros(long us) implements Length {
        @Override
        public String toString() {
            return Time.seconds(us);
        }
    }

    /** A number of frames. */
    record Frames(long frames) implements Length {
        @Override
        public String toString() {
            return frames + "f";
        }
    }

    /** A share of the clip, in hundredths of a percent. */
    record Part(int basisPoints) implements Length {
        @Override
        public String toString() {
            return percent(basisPoints);
        }
    }

    Length NONE = new Micros(0);

    /** Reads a length of more than zero. */
    static Length parse(String text) throws BadValue {
        Length length = orZero(text);
        if (length.isZero()) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.NO_LENGTH.with(text));
        }
        return length;
    }

    /** Reads a length that may be nothing. */
    static Length orZero(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher frames = Moment.FRAMES.matcher(plain);
        if (frames.matches()) {
            return new Frames(Long.parseLong(frames.group(1)));
        } else if (plain.endsWith("%")) {
            return new Part(basisPoints(plain, text));
        }
        return new Micros(Time.read(plain).orElseThrow(() -> new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_LENGTH.with(text))));
    }

    static int basisPoints(String plain, String text) throws BadValue {
        try {
            BigDecimal percent = new BigDecimal(plain.substring(0, plain.length() - 1).strip());
            if (percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return percent.movePointRight(2).intValue();
            }
        } catch (NumberFormatException notANumber) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.PERCENT.with(text));
        }
        throw new BadValue(Code.OUT_OF_RANGE, MediaWords.PERCENT.with(text));
    }

    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    static long share(long us, int basisPoints) {
        return Fraction.of(us).times(new Fraction(basisPoints, 10_000)).round();
    }

    default boolean isZero() {
        return switch (this) {
            case Micros(long us) -> us == 0;
            case Frames(long frames) -> frames == 0;
            case Part(int points) -> points == 0;
        };
    }

    /** In microseconds; empty when the clip's length is needed and nobody knows it. */
    default OptionalLong on(Clock clock) throws BadValue {
        return switch (this) {
            case Micros(long us) -> OptionalLong.of(us);
            case Frames(long frames) -> OptionalLong.of(clock.rate()
                    .orElseThrow(() -> new BadValue(Code.NEEDS_PICTURE, MediaWords.NO_RATE.with(this))).timeOf(frames));
            case Part(int points) ->
                clock.lengthUs().isEmpty() ? OptionalLong.empty() : OptionalLong.of(share(clock.lengthUs().getAsLong(), points));
        };
    }
}
