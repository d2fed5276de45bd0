package io.reelbench.engine.media;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The nearest spelling, for "did you mean". */
public final class Nearest {

    private Nearest() {}

    /** The word with the fewest single-letter changes or swaps, if a person could have meant it (at most a third of its letters, or one starts the other). */
    public static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(typed, word)).thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3)
                        || !typed.isEmpty() && word.startsWith(typed));
    }

    /** Letters put in, left out, changed or swapped with their neighbour: row by row, with the two rows above. */
    private static int distance(String a, String b) {
        int[] twoUp = new int[b.length() + 1];
        int[] up = new int[b.length() + 1];
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] free = twoUp;
            twoUp = up;
            up = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = up[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(up[j], row[j - 1]));
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], twoUp[j - 2] + 1) : row[j];
            }
        }
        return row[b.length()];
    }
}
