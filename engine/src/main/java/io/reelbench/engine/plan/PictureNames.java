package io.reelbench.engine.plan;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the pictures of one clip are named, without their ending: {@code {name}} is the clip's name, {@code %d}, {@code %05d} or
 * {@code {index}} the number of the picture from 1.
 *
 * @param pattern as it was typed
 */
public record PictureNames(String pattern) {

    public static final PictureNames USUAL = new PictureNames("{name}-%05d");

    private static final Pattern NUMBER = Pattern.compile("%(?:0([1-9]))?d|\\{index}");
    private static final int LONGEST = 100;

    public static PictureNames parse(String text) throws BadValue {
        String plain = text.strip();
        if (NUMBER.matcher(plain).results().count() != 1) {
            throw new BadValue(Code.BAD_SYNTAX, PlanWords.NO_NUMBER.with(text));
        } else if (plain.contains("/") || plain.contains("\\")) {
            throw new BadValue(Code.BAD_SYNTAX, PlanWords.NO_FOLDERS.with(text));
        } else if (plain.length() > LONGEST) {
            throw new BadValue(Code.OUT_OF_RANGE, PlanWords.LONG_PATTERN.with(LONGEST));
        }
        return new PictureNames(plain);
    }

    /** The name of one picture; it may hold what no file name can. */
    public String of(String clip, int number) {
        Matcher found = NUMBER.matcher(pattern);
        String digits = found.find() && found.group(1) != null
                ? "%0" + found.group(1) + "d"
                : "%d";
        String numbered = found.replaceFirst(Matcher.quoteReplacement(digits.formatted(number)));
        return numbered.replace("{name}", clip);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
