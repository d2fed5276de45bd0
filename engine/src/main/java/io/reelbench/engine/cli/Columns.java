package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Text;
import io.reelbench.engine.report.Lines;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text measured in the columns of a terminal. */
final class Columns {

    private Columns() {}

    /** How many columns it takes: two for East Asian letters and emoji, none for marks on a letter. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD
                || c == 0x2728 || c == 0x2705 || c == 0x274C || c == 0x2B50;
    }

    /** Exactly so many columns: shortened in the middle, since both ends of a name tell files apart, or filled with blanks. */
    static String fitted(String text, int columns, String ellipsis) {
        String shown = shortened(text, columns, ellipsis);
        return shown + " ".repeat(Math.max(0, columns - of(shown)));
    }

    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    static String shortened(String text, int columns, String ellipsis) {
        String plain = oneLine(text);
        if (of(plain) <= columns) {
            return plain;
        }
        int room = columns - of(ellipsis);
        List<String> letters = letters(plain);
        if (room < 2) {
            return start(letters, columns);
        }
        String end = start(letters.reversed(), room / 2, true);
        return start(letters, room - of(end)) + ellipsis + end;
    }

    /** A name may hold line breaks; a line of a table may not. */
    static String oneLine(String text) {
        return Lines.one(text);
    }

    /** As people see them, so that no emoji is cut in two. */
    private static List<String> letters(String text) {
        BreakIterator at = BreakIterator.getCharacterInstance(Locale.ROOT);
        at.setText(text);
        List<String> letters = new ArrayList<>();
        int from = at.first();
        for (int to = at.next(); to != BreakIterator.DONE; from = to, to = at.next()) {
            letters.add(text.substring(from, to));
        }
        return letters;
    }

    private static String start(List<String> letters, int columns) {
        return start(letters, columns, false);
    }

    private static String start(List<String> letters, int columns, boolean backwards) {
        List<String> taken = new ArrayList<>();
        int used = 0;
        for (String letter : letters) {
            used += of(letter);
            if (used > columns) {
                break;
            }
            taken.add(letter);
        }
        return String.join("", backwards ? taken.reversed() : taken);
    }

    /** Breaks a text into lines of at most so many columns, between words. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
