package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size in bytes. MB is 1000 000, MiB is 1024·1024.
 *
 * @param count bytes
 */
public record Bytes(long count) implements Comparable<Bytes> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([kmgt]?)(i?)(b?)");
    private static final Map<String, Integer> POWER = Map.of("", 0, "k", 1, "m", 2, "g", 3, "t", 4);

    public static Bytes parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || form.group(2).isEmpty() && !form.group(3).isEmpty()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_BYTES.with(text));
        }
        if (!form.group(2).isEmpty() && form.group(4).isEmpty()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.WHICH_BYTES.with(text, text.strip().replaceAll("(?i)i$", "")));
        }
        BigDecimal unit = BigDecimal.valueOf(form.group(3).isEmpty() ? 1000 : 1024).pow(POWER.get(form.group(2)));
        return new Bytes(new BigDecimal(form.group(1)).multiply(unit).longValue());
    }

    /** As people read it: {@code 9.5 MB}, {@code 712 kB}. */
    public String spoken() {
        if (count < 1000) {
            return MediaWords.BYTES.say(count);
        }
        int power = count < 1_000_000 ? 1 : count < 1_000_000_000 ? 2 : 3;
        BigDecimal value = BigDecimal.valueOf(count, 3 * power);
        int digits = value.compareTo(BigDecimal.valueOf(100)) >= 0 ? 0 : value.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
        return value.setScale(digits, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " "
                + "kMG".charAt(power - 1) + "B";
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        for (int power = 3; power > 0; power--) {
            if (count > 0 && count % (long) Math.pow(1000, power - 1) == 0 && count >= Math.pow(1000, power)) {
                return BigDecimal.valueOf(count, 3 * power).stripTrailingZeros().toPlainString() + "KMG".charAt(power - 1) + "B";
            }
        }
        return Long.toString(count);
    }
}
