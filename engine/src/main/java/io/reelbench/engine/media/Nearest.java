package io.reelbench.engine.media;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The nearest spelling, for "did you mean". */
public final class Nearest {

    private Nearest() {}

    /** The word with the fewest single-letter changes, if a person could have meant it (at most a third of its letters, or one starts the other). */
    public static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(typed, word)).thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3)
                        || !typed.isEmpty() && word.startsWith(typed));
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
