package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one option may be.
 *
 * @param names all names of it, of which the first is written
 * @param words that fit beside what the kind allows
 */
record Rule(List<String> names, Grammar grammar, List<String> words) {

    /** @param kind as the lists spell it: {@code number|auto|never}; {@code !} is refused */
    static Rule of(String names, String kind) {
        String[] parts = kind.split("\\|");
        Grammar grammar = parts[0].equals("!") ? Grammar.REFUSED : Grammar.valueOf(parts[0].toUpperCase(Locale.ROOT));
        return new Rule(List.of(names.split(",")), grammar, List.of(Arrays.copyOfRange(parts, 1, parts.length)));
    }

    String name() {
        return names.getFirst();
    }

    boolean fits(String value) {
        return grammar.fits(value, words);
    }

    /** What is expected, for people. */
    Text expected() {
        return words.isEmpty()
                ? grammar.expected().with("")
                : RawWords.IS_FLAGS.with(String.join(", ", words));
    }
}
