package io.reelbench.engine.settings;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of the window.
 *
 * @param locale empty for that of the system
 */
public record Tongue(Optional<Locale> locale) {

    public static final Tongue SYSTEM = new Tongue(Optional.empty());
    private static final String WORD = "system";

    /** {@code system}, or a tag such as {@code de} or {@code zh-CN}. */
    public static Tongue parse(String text) throws BadValue {
        String plain = text.strip();
        if (plain.equalsIgnoreCase(WORD)) {
            return SYSTEM;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(plain.replace('_', '-')).build();
            if (!locale.getLanguage().isEmpty()) {
                return new Tongue(Optional.of(locale));
            }
        } catch (IllformedLocaleException none) {
            throw new BadValue(Code.UNKNOWN_VALUE, SettingsWords.NOT_A_TONGUE.with(text));
        }
        throw new BadValue(Code.UNKNOWN_VALUE, SettingsWords.NOT_A_TONGUE.with(text));
    }

    @Override
    public String toString() {
        return locale.map(Locale::toLanguageTag).orElse(WORD);
    }
}
