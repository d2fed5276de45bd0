package io.reelbench.engine.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence with its arguments, not yet in any language. Arguments are values that print themselves; control characters in them are
 * replaced, since file names and media tags are untrusted and may end up on a terminal.
 *
 * @param key      the bundle key, see {@link Message#key()}
 * @param english  the pattern in English
 * @param arguments printed forms of the arguments, in order
 */
public record Text(String key, String english, List<String> arguments) {

    public Text(Message message, Object... arguments) {
        this(message.key(), message.english(), Arrays.stream(arguments).map(String::valueOf).map(Text::harmless).toList());
    }

    /** A sentence that is only data, such as a line of ffmpeg's own report. */
    public static Text verbatim(String words) {
        return new Text("verbatim", "{0}", List.of(harmless(words)));
    }

    /** Fills any pattern (English or translated) with the arguments. */
    public String in(String pattern) {
        return in(pattern, Locale.ENGLISH);
    }

    /**
     * The same by the rules of a language: {@code {0}} is the argument as it is, {@code {0,number}} a number as people there write it, and
     * {@code {0,plural,one{# clip}other{# clips}}} a choice by that number, which {@code #} stands for.
     */
    public String in(String pattern, Locale language) {
        return new Pattern(arguments, language).fill(pattern);
    }

    /** Replaces what could move a cursor, ring a bell, or turn text around. */
    public static String harmless(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(c -> out.appendCodePoint(dangerous(c) ? '\uFFFD' : c));
        return out.toString();
    }

    private static boolean dangerous(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** In the language that this program speaks, else in English. */
    @Override
    public String toString() {
        Locale language = Translations.language();
        return Translations.of(key).map(pattern -> in(pattern, language)).orElseGet(() -> in(english));
    }
}
