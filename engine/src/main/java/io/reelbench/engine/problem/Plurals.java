package io.reelbench.engine.problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Which form of a word goes with a number, after the rules of Unicode's CLDR for the languages that the window speaks or may soon. */
final class Plurals {

    static final String OTHER = "other";
    private static final String ONE = "one";
    /** Languages whose words do not change with the number. */
    private static final List<String> ONE_FORM = List.of("zh", "ja", "ko", "vi", "th", "id");
    /** Languages in which nothing is counted like one. */
    private static final List<String> ZERO_IS_ONE = List.of("fr", "pt");

    private Plurals() {}

    static String of(BigDecimal number, Locale language) {
        if (ONE_FORM.contains(language.getLanguage())) {
            return OTHER;
        } else if (ZERO_IS_ONE.contains(language.getLanguage())) {
            return number.signum() >= 0 && number.compareTo(BigDecimal.TWO) < 0 ? ONE : OTHER;
        }
        // "1.0 clips" is many in most languages
        return number.scale() <= 0 && number.compareTo(BigDecimal.ONE) == 0 ? ONE : OTHER;
    }
}
