package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCombination;

/**
 * Something the command box offers.
 *
 * @param section  its heading
 * @param context  said behind the title, in a word or two
 * @param told     what it does in a sentence, or why it cannot be done now; empty where the title says all
 * @param keywords other words that find it
 * @param possible whether it makes sense now
 */
record Entry(String section, Icons icon, String title, String context, String told, List<String> keywords,
        Optional<KeyCombination> key, boolean possible, Runnable run) {

    /**
     * An entry with what was found in it.
     *
     * @param marks   which characters of the title
     * @param keyword the other word that found it, if that did
     */
    record Found(Entry entry, int cost, List<Integer> marks, Optional<String> keyword) {
    }

    private static final int BY_SENTENCE = 30;
    private static final int BY_CONTEXT = 20;
    private static final int BY_KEYWORD = 10;
    private static final int NOT_NOW = 100;

    /** The ones that a query finds: sections in their order, the best first, what is not possible now last. */
    static List<Found> find(String query, List<Entry> all) {
        List<String> sections = all.stream().map(Entry::section).distinct().toList();
        return IntStream.range(0, all.size()).boxed().flatMap(i -> all.get(i).found(query).stream())
                .sorted(Comparator.comparingInt((Found f) -> sections.indexOf(f.entry.section)).thenComparingInt(Found::cost))
                .toList();
    }

    /** The ones that a query finds, the best first in whatever section; what is not possible now last. */
    static List<Found> best(String query, List<Entry> all) {
        return all.stream().flatMap(e -> e.found(query).stream()).sorted(Comparator.comparingInt(Found::cost)).toList();
    }

    private Optional<Found> found(String query) {
        int late = possible ? 0 : NOT_NOW;
        if (query.isBlank()) {
            return Optional.of(new Found(this, late, List.of(), Optional.empty()));
        }
        Optional<Found> byTitle = Matcher.match(query, title)
                .map(m -> new Found(this, m.cost() + late, m.marks(), Optional.empty()));
        return byTitle.or(() -> byKeyword(query, late))
                .or(() -> Matcher.match(query, context + " " + title)
                        .map(m -> new Found(this, m.cost() + BY_CONTEXT + late, marks(m), Optional.empty())))
                .or(() -> bySentence(query));
    }

    /** Why something cannot be done finds nothing. */
    private Optional<Found> bySentence(String query) {
        return possible
                ? Matcher.together(query, told).map(m -> new Found(this, m.cost() + BY_SENTENCE, List.of(), Optional.empty()))
                : Optional.empty();
    }

    private Optional<Found> byKeyword(String query, int late) {
        return keywords.stream().flatMap(word -> Matcher.starting(query, word).stream()
                .map(m -> new Found(this, m.cost() + BY_KEYWORD + late, List.of(), Optional.of(word))))
                .min(Comparator.comparingInt(Found::cost));
    }

    private List<Integer> marks(Matcher.Match match) {
        int shift = context.length() + 1;
        return match.marks().stream().filter(i -> i >= shift).map(i -> i - shift).toList();
    }
}
