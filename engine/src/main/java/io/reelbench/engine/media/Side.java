package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One side of a picture as a person asks for it: whole pixels, or a share of the side it replaces. */
public sealed interface Side {

    record Pixels(int pixels) implements Side {
        @Override
        public String toString() {
            return Integer.toString(pixels);
        }
    }

    /** In hundredths of a percent; may be more than the whole. */
    record Percent(int basisPoints) implements Side {
        @Override
        public String toString() {
            return Length.percent(basisPoints);
        }
    }

    Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,4})?)\\s*(px|%)?");

    static Side parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SIDE.with(text));
        }
        BigDecimal amount = new BigDecimal(form.group(1));
        if ("%".equals(form.group(2))) {
            return new Percent(amount.movePointRight(2).intValue());
        } else if (amount.stripTrailingZeros().scale() > 0) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.WHOLE_PIXELS.with(text));
        }
        return new Pixels(amount.intValue());
    }

    /** In pixels, beside the side that it replaces. */
    default long of(long whole) {
        return switch (this) {
            case Pixels(int pixels) -> pixels;
            case Percent(int points) -> Length.share(whole, points);
        };
    }
}
