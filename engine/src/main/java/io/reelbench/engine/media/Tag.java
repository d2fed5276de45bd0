package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of a file, {@code title=Dailies 3}.
 *
 * @param key   ffmpeg's name of it; case does not matter
 * @param value any text
 */
public record Tag(String key, String value) {

    private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]{0,99})\\s*=(.*)", Pattern.DOTALL);
    /** A comma of a list and not one inside a value: behind it another key begins. */
    private static final Pattern NEXT = Pattern.compile(",(?=\\s*[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\s*=)");
    private static final int LONGEST = 16_000;

    public static Tag parse(String text) throws BadValue {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TAG.with(text));
        }
        return new Tag(form.group(1).toLowerCase(Locale.ROOT), checked(form.group(2)));
    }

    private static String checked(String value) throws BadValue {
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.TAG_TOO_LONG.with(LONGEST));
        }
        return value.strip();
    }

    /** Where a list written as one text is parted: a value may hold commas too. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        Matcher next = NEXT.matcher(text);
        int at = 0;
        while (next.find()) {
            parts.add(text.substring(at, next.start()));
            at = next.end();
        }
        parts.add(text.substring(at));
        return parts;
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
