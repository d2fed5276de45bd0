package io.reelbench.engine.report;

import io.reelbench.engine.problem.Text;

/** Lines of a text file or a terminal. */
public final class Lines {

    private Lines() {}

    /** Names and tags may hold line breaks and worse; a line of a table may not. */
    public static String one(String text) {
        return Text.harmless(text).replaceAll("[\\n\\t\\u2028\\u2029]", "\uFFFD");
    }

    /** A field of CSV, by RFC 4180. A leading sign of a formula is kept from spreadsheets with a quote. */
    static String csv(String text) {
        String plain = one(text);
        String safe = plain.matches("[=+@-].*") && !plain.matches("[+-]?[0-9.]+") ? "'" + plain : plain;
        return safe.matches("[^\",]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - text.length()));
    }
}
