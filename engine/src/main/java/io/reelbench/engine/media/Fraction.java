package io.reelbench.engine.media;

import static java.math.RoundingMode.FLOOR;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, for aspect ratios, timebases and factors. Never a {@code double}: 30000/1001 has no decimal form.
 * A result that does not fit into 64 bits throws {@link ArithmeticException}.
 *
 * @param num numerator, may be negative
 * @param den denominator, at least 1
 */
public record Fraction(long num, long den) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    public Fraction {
        if (den == 0) {
            throw new ArithmeticException("denominator 0");
        }
        long divisor = BigInteger.valueOf(num).gcd(BigInteger.valueOf(den)).longValueExact();
        divisor = den < 0 ? -divisor : divisor;
        num /= divisor;
        den /= divisor;
    }

    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    /** Reads {@code 16:9}, {@code 239/100} or {@code 2.39}; more than zero. */
    public static Fraction parse(String text) throws BadValue {
        try {
            String[] parts = text.strip().split("[:/]", -1);
            BigDecimal over = new BigDecimal(parts[0]);
            BigDecimal under = parts.length == 2 ? new BigDecimal(parts[1]) : BigDecimal.ONE;
            if (parts.length <= 2 && over.signum() > 0 && under.signum() > 0 && over.scale() < 10 && under.scale() < 10) {
                return of(over).over(of(under));
            }
        } catch (ArithmeticException | NumberFormatException notANumber) {
            // said below, in the words of the person who typed it
        }
        throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_FRACTION.with(text));
    }

    /** Exactly what a person typed as a decimal number. */
    public static Fraction of(double decimal) {
        return of(BigDecimal.valueOf(decimal));
    }

    static Fraction of(BigDecimal decimal) {
        int scale = Math.max(0, decimal.scale());
        return new Fraction(decimal.movePointRight(scale).longValueExact(), BigInteger.TEN.pow(scale).longValueExact());
    }

    public Fraction times(Fraction other) {
        return reduced(big(num).multiply(big(other.num)), big(den).multiply(big(other.den)));
    }

    public Fraction over(Fraction other) {
        return times(other.inverse());
    }

    public Fraction plus(Fraction other) {
        return reduced(big(num).multiply(big(other.den)).add(big(other.num).multiply(big(den))),
                big(den).multiply(big(other.den)));
    }

    public Fraction inverse() {
        return new Fraction(den, num);
    }

    /** The nearest whole number, halves upwards. */
    public long round() {
        return reduced(big(num).multiply(BigInteger.TWO).add(big(den)), big(den).multiply(BigInteger.TWO)).floor();
    }

    public long floor() {
        return Math.floorDiv(num, den);
    }

    public long ceil() {
        return Math.ceilDiv(num, den);
    }

    /** Only for showing and for estimates, never for a time. */
    public double approximate() {
        return (double) num / den;
    }

    /** A decimal number with at most so many digits behind the point and no trailing zeros. */
    public String decimal(int digits) {
        BigDecimal exact = new BigDecimal(num).divide(new BigDecimal(den), digits + 1, FLOOR);
        return exact.setScale(digits, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static Fraction reduced(BigInteger num, BigInteger den) {
        BigInteger divisor = num.gcd(den).max(BigInteger.ONE);
        return new Fraction(num.divide(divisor).longValueExact(), den.divide(divisor).longValueExact());
    }

    @Override
    public int compareTo(Fraction other) {
        return big(num).multiply(big(other.den)).compareTo(big(other.num).multiply(big(den)));
    }

    @Override
    public String toString() {
        return num + ":" + den;
    }
}
