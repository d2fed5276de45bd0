package io.reelbench.engine.output;

/** Puts a name together from words and values. An empty value takes the separator beside it, or the brackets around it, with it. */
final class NameText {

    private static final String SEPARATORS = "-_., ";
    private static final String OPENING = "([";
    private static final String CLOSING = ")]";

    private final StringBuilder out = new StringBuilder();
    /** How much of the end is words of the pattern: a value's own separators are left alone. */
    private int loose;
    private boolean gap;

    void value(String text) {
        gap = text.isEmpty();
        if (!gap) {
            out.append(text);
            loose = 0;
        }
    }

    void words(String words) {
        String text = gap ? joined(words) : words;
        gap &= text.isEmpty();
        out.append(text);
        loose += text.length();
    }

    private String joined(String words) {
        String text = behindGap(words);
        if (loose > 0 && !text.isEmpty() && OPENING.indexOf(last()) >= 0
                && OPENING.indexOf(last()) == CLOSING.indexOf(text.charAt(0))) {
            cutLast();
            text = behindGap(text.substring(1));
        }
        return text;
    }

    /** One separator is enough, and none is wanted where a name or a bracket begins. */
    private String behindGap(String words) {
        if (!out.isEmpty() && (loose == 0 || (SEPARATORS + OPENING).indexOf(last()) < 0)) {
            return words;
        }
        int from = 0;
        while (from < words.length() && SEPARATORS.indexOf(words.charAt(from)) >= 0) {
            from++;
        }
        return words.substring(from);
    }

    String whole() {
        while (gap && loose > 0 && SEPARATORS.indexOf(last()) >= 0) {
            cutLast();
        }
        return out.toString();
    }

    private char last() {
        return out.charAt(out.length() - 1);
    }

    private void cutLast() {
        out.setLength(out.length() - 1);
        loose--;
    }
}
