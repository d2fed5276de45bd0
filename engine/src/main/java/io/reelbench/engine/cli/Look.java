package io.reelbench.engine.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How things are drawn.
 *
 * @param columns width of the terminal
 * @param rich    whether signs beyond ASCII may be used
 * @param colours whether colours may be used
 */
record Look(int columns, boolean rich, boolean colours) {

    static final int USUAL_COLUMNS = 80;
    private static final Map<String, String> ASCII = Map.ofEntries(Map.entry("…", "..."), Map.entry("→", "->"),
            Map.entry("·", "-"), Map.entry("×", "x"), Map.entry("“", "\""), Map.entry("”", "\""), Map.entry("✓", "ok"),
            Map.entry("✗", "!!"), Map.entry("█", "#"), Map.entry("░", "-"), Map.entry("°", " deg"), Map.entry("–", "-"));

    static boolean isRich(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    String ellipsis() {
        return rich ? "…" : "..";
    }

    String done() {
        return rich ? coloured("32", "✓") : "ok";
    }

    String failed() {
        return rich ? coloured("31", "✗") : "!!";
    }

    String left() {
        return rich ? coloured("33", "–") : "--";
    }

    private String coloured(String colour, String sign) {
        return colours ? "\u001B[" + colour + "m" + sign + "\u001B[0m" : sign;
    }

    /** A bar of so many columns. */
    String bar(double fraction, int columns) {
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * columns);
        return (rich ? "█" : "#").repeat(full) + (rich ? "░" : "-").repeat(columns - full);
    }

    /** The words as this terminal can show them; names of files are left to its own charset. */
    String plain(String words) {
        if (rich) {
            return words;
        }
        String ascii = words;
        for (Map.Entry<String, String> sign : ASCII.entrySet()) {
            ascii = ascii.replace(sign.getKey(), sign.getValue());
        }
        return ascii;
    }
}
