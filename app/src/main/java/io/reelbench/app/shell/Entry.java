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
 * @param context  said behind the title
 * @param keywords other words that find it
 * @param possible whether it makes sense now
 */
record Entry(String section, Icons icon, String title, String context, List<String> keywords, Optional<KeyCombination> key,
        boolean possible, Runnable run) {

    /** An entry with what was found in its title. */
    record Found(Entry entry, int cost, List<Integer> marks) {
    }

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

    private Optional<Found> found(String query) {
        int late = possible ? 0 : NOT_NOW;
        if (query.isBlank()) {
            return Optional.of(new Found(this, late, List.of()));
        }
        Optional<Found> byTitle = Matcher.match(query, title).map(m -> new Found(this, m.cost() + late, m.marks()));
        return byTitle
                .or(() -> keywords.stream().flatMap(k -> Matcher.match(query, k).stream()).findFirst()
                        .map(m -> new Found(this, m.cost() + BY_KEYWORD + late, List.of())))
                .or(() -> Matcher.match(query, context + " " + title)
                        .map(m -> new Found(this, m.cost() + BY_CONTEXT + late, marks(m))));
    }

    private List<Integer> marks(Matcher.Match match) {
        int shift = context.length() + 1;
        return match.marks().stream().filter(i -> i >= shift).map(i -> i - shift).toList();
    }
}
