package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bits per second; k and M are 1000 and 1000 000.
 *
 * @param bitsPerSecond at least 1
 */
public record Bitrate(long bitsPerSecond) implements Comparable<Bitrate> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kKmMgG]?)(i?)(b|bps|bit/s|B|B/s)?");

    public static Bitrate kilobits(long kilobits) {
        return new Bitrate(kilobits * 1000);
    }

    public static Bitrate parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_BITRATE.with(text));
        }
        String unit = form.group(2);
        BigDecimal amount = new BigDecimal(form.group(1));
        if (!form.group(3).isEmpty()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.BINARY_BITRATE.with(text, form.group(1) + unit));
        }
        if (form.group(4) != null && form.group(4).startsWith("B")) {
            String bits = amount.multiply(BigDecimal.valueOf(8)).stripTrailingZeros().toPlainString() + unit;
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.BYTE_BITRATE.with(text, bits));
        }
        if (unit.isEmpty() && amount.compareTo(BigDecimal.valueOf(1000)) < 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.SMALL_BITRATE.with(form.group(1)));
        }
        int zeros = unit.isEmpty() ? 0 : unit.equalsIgnoreCase("k") ? 3 : unit.equalsIgnoreCase("m") ? 6 : 9;
        return new Bitrate(amount.movePointRight(zeros).longValue());
    }

    @Override
    public int compareTo(Bitrate other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    @Override
    public String toString() {
        if (bitsPerSecond >= 1_000_000 && bitsPerSecond % 1000 == 0) {
            return BigDecimal.valueOf(bitsPerSecond, 6).stripTrailingZeros().toPlainString() + "M";
        }
        return bitsPerSecond % 1000 == 0 ? bitsPerSecond / 1000 + "k" : Long.toString(bitsPerSecond);
    }
}
