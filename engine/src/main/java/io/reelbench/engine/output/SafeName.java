package io.reelbench.engine.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * File names that every common disk accepts. The stricter rules of Windows and exFAT hold everywhere, since outputs are copied to cards
 * and shares.
 */
public final class SafeName {

    /** Room is left for a "-2" and for what a part file's name adds: most file systems stop at 255 bytes. */
    static final int MOST_BYTES = 200;
    /** What a file system takes. */
    static final int LIMIT_BYTES = 255;

    private static final String FORBIDDEN = "/\\:*?\"<>|";
    /** Devices of Windows, whatever stands behind their first dot; the superscripts count as digits there. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])");

    private SafeName() {}

    /**
     * A safe name. When it gets too long, the clip's own name is shortened first and its folder's next, so that the rest still tells what
     * it is.
     *
     * @param pattern makes the name of the clip's and the folder's
     * @param tail    stands behind it whatever its length: it tells the name from others
     */
    static String of(String name, String parent, BinaryOperator<String> pattern, String tail, String extension) {
        String ending = extension.isEmpty() ? "" : "." + clean(extension);
        String last = cut(clean(tail), MOST_BYTES / 2);
        int room = MOST_BYTES - bytes(ending) - bytes(last);
        String clip = name;
        String folder = parent;
        while (bytes(clean(pattern.apply(clip, folder))) > room && !(clip.isEmpty() && folder.isEmpty())) {
            if (clip.isEmpty()) {
                folder = withoutLast(folder);
            } else {
                clip = withoutLast(clip);
            }
        }
        String body = trimmed(cut(noDevice(trimmed(clean(pattern.apply(clip, folder)))), room));
        return (body.isEmpty() ? "output" : body) + last + ending;
    }

    /** The name with a number before its ending, as in {@code clip-2.mp4}. */
    static String numbered(String name, int number) {
        String ending = name.substring(name.length() - dotAndExtension(name));
        String stem = name.substring(0, name.length() - ending.length());
        String behind = "-" + number + ending;
        return cut(stem, LIMIT_BYTES - bytes(behind)) + behind;
    }

    static String stem(Path file) {
        String name = fileName(file);
        return name.substring(0, name.length() - dotAndExtension(name));
    }

    /** Without its dot; empty when there is none. */
    static String extension(Path file) {
        String name = fileName(file);
        int length = dotAndExtension(name);
        return length == 0 ? "" : name.substring(name.length() - length + 1);
    }

    private static String fileName(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }

    /** A first dot hides a file and starts no ending. */
    private static int dotAndExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? 0 : name.length() - dot;
    }

    private static String noDevice(String stem) {
        int dot = stem.indexOf('.');
        String first = (dot < 0 ? stem : stem.substring(0, dot)).stripTrailing();
        return DEVICE.matcher(first).matches() ? first + "_" + stem.substring(dot < 0 ? stem.length() : dot) : stem;
    }

    /** Windows drops dots and spaces at the end. */
    private static String trimmed(String stem) {
        return stem.strip().replaceAll("[. ]+$", "");
    }

    /** Replaces what no name may hold, and what could turn the shown name around. */
    public static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(harmful(c) ? '_' : c));
        return out.toString();
    }

    private static boolean harmful(int c) {
        boolean invisible = switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
        boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF;
        return invisible || turning || FORBIDDEN.indexOf(c) >= 0;
    }

    /** At most so many bytes, cut between characters as people see them. */
    static String cut(String text, int most) {
        String shorter = text;
        while (bytes(shorter) > most) {
            shorter = withoutLast(shorter);
        }
        return shorter;
    }

    private static String withoutLast(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(text.length()));
    }

    static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
