package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * A frame rate in frames per second, exact. The one place where frames become time and back.
 *
 * @param num frames
 * @param den in so many seconds
 */
public record Rate(long num, long den) implements Comparable<Rate> {

    private static final long SECOND = 1_000_000;
    /** The rates of NTSC are n·1000/1001; these decimals are how people write them. */
    private static final Map<String, Rate> NAMED = Map.ofEntries(Map.entry("23.976", new Rate(24000, 1001)),
            Map.entry("23.98", new Rate(24000, 1001)),
            Map.entry("29.97", new Rate(30000, 1001)), Map.entry("47.952", new Rate(48000, 1001)),
            Map.entry("47.95", new Rate(48000, 1001)),
            Map.entry("59.94", new Rate(60000, 1001)), Map.entry("119.88", new Rate(120000, 1001)),
            Map.entry("ntsc", new Rate(30000, 1001)),
            Map.entry("pal", new Rate(25, 1)), Map.entry("film", new Rate(24, 1)));

    public Rate {
        Fraction lowest = new Fraction(num, den);
        if (lowest.num() <= 0) {
            throw new ArithmeticException("a frame rate is more than 0");
        }
        num = lowest.num();
        den = lowest.den();
    }

    public static Rate parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (NAMED.containsKey(plain)) {
            return NAMED.get(plain);
        }
        try {
            String[] parts = plain.split("/", -1);
            Fraction value = Fraction.of(new BigDecimal(parts[0]))
                    .over(parts.length == 2 ? Fraction.of(Long.parseLong(parts[1])) : Fraction.ONE);
            if (parts.length <= 2 && value.num() > 0) {
                return of(value);
            }
        } catch (ArithmeticException | NumberFormatException notANumber) {
            // said below, in the words of the person who typed it
        }
        throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_RATE.with(text));
    }

    public static Rate of(Fraction perSecond) {
        return new Rate(perSecond.num(), perSecond.den());
    }

    public Fraction perSecond() {
        return new Fraction(num, den);
    }

    /** When frame n (from 0) starts, in microseconds, rounded to the nearest. */
    public long timeOf(long frame) {
        return Fraction.of(frame).times(new Fraction(den, num)).times(Fraction.of(SECOND)).round();
    }

    /** The number of whole frames that start before this time; the frame on screen at time t is {@code framesIn(t + 1) - 1}. */
    public long framesIn(long us) {
        return Fraction.of(us).times(new Fraction(num, den)).times(new Fraction(1, SECOND)).ceil();
    }

    /** The frame that starts nearest to this time. */
    public long nearestFrame(long us) {
        return Fraction.of(us).times(new Fraction(num, den)).times(new Fraction(1, SECOND)).round();
    }

    /** How long one frame is shown, in microseconds, rounded to the nearest. */
    public long frameLength() {
        return timeOf(1);
    }

    @Override
    public int compareTo(Rate other) {
        return perSecond().compareTo(other.perSecond());
    }

    /** As people say it: {@code 29.97}, {@code 25}. */
    public String spoken() {
        return perSecond().decimal(3);
    }

    /** To the hundredth, as everybody says it: {@code 23.98}, {@code 29.97}, {@code 25}. */
    public String rounded() {
        return new BigDecimal(spoken()).setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** The exact form, which {@link #parse} and ffmpeg read: {@code 30000/1001}, {@code 25}. */
    @Override
    public String toString() {
        return den == 1 ? Long.toString(num) : num + "/" + den;
    }
}
