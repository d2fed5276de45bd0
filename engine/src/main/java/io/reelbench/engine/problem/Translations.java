package io.reelbench.engine.problem;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Sentences in other languages: bundles {@code words_de.properties} on the class path, by {@link Message#key()}. The language is the one
 * that Java displays things in, which the window sets before it says anything; a sentence that a bundle does not have is English.
 */
public final class Translations {

    private static final String BUNDLE = "io.reelbench.ui.words.words";
    private static final ResourceBundle.Control ONLY_THAT = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Translations() {}

    /** The language that this program speaks. */
    public static Locale language() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    /** A pattern in that language; empty where English will do. */
    public static Optional<String> of(String key) {
        Locale language = language();
        return language.getLanguage().equals("en") || language.getLanguage().isEmpty() ? Optional.empty() : of(key, language);
    }

    /** The same in one language. */
    public static Optional<String> of(String key, Locale language) {
        try {
            // kept by Java itself
            ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language, ONLY_THAT);
            return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** A word of a declaration in that language, else as it is declared. */
    public static String of(String key, String english) {
        return of(key).orElse(english);
    }

    /** Whether there is a bundle for a language, or it needs none. */
    public static boolean isSpoken(Locale language) {
        return language.getLanguage().equals("en") || has(Locale.of(language.getLanguage()))
                || has(Locale.of(language.getLanguage(), language.getCountry()));
    }

    /** Whether there is a bundle of just this language. */
    private static boolean has(Locale language) {
        return Translations.class.getResource("/" + BUNDLE.replace('.', '/') + "_" + language + ".properties") != null;
    }
}
