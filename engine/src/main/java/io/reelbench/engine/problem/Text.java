package io.reelbench.engine.problem;

import java.util.Arrays;
import java.util.List;

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
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int close = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : -1;
            int argument = close < 0 ? -1 : indexIn(pattern.substring(at + 1, close));
            if (argument >= 0) {
                out.append(arguments.get(argument));
                at = close + 1;
            } else {
                out.append(pattern.charAt(at++));
            }
        }
        return out.toString();
    }

    private int indexIn(String digits) {
        boolean number = !digits.isEmpty() && digits.chars().allMatch(Character::isDigit) && digits.length() < 3;
        return number && Integer.parseInt(digits) < arguments.size() ? Integer.parseInt(digits) : -1;
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

    @Override
    public String toString() {
        return in(english);
    }
}
