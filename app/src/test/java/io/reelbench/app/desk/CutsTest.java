package io.reelbench.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A clip's own ranges and the step they are written into are one thing. */
class CutsTest {

    private static final Predicate<String> WRITES = op -> op.equals("compress");
    private static final Card SCALE = Card.of("scale").with("width", List.of("64"));
    private static final Card COMPRESS = Card.of("compress");

    private static Cuts cuts(long... seconds) {
        Cuts cuts = Cuts.NONE;
        for (int i = 0; i < seconds.length; i += 2) {
            cuts = cuts.add(cuts.parts().size(), seconds[i] * 1_000_000,
                    seconds[i + 1] < 0 ? Cuts.OPEN : seconds[i + 1] * 1_000_000);
        }
        return cuts;
    }

    private static Draft draft(Card... cards) {
        return Draft.EMPTY.with(List.of(cards));
    }

    @Test
    void oneRangeIsATrimAtTheTop() {
        Draft draft = draft(SCALE, COMPRESS).cut(cuts(1, 3), WRITES);
        assertThat(draft.ops()).containsExactly("trim", "scale", "compress");
        assertThat(draft.cards().getFirst().given()).isEqualTo(Map.of("start", List.of("1"), "end", List.of("3")));
        assertThat(draft.cut(cuts(0, 3), WRITES).cards().getFirst().given()).isEqualTo(Map.of("end", List.of("3")));
        assertThat(draft.cut(cuts(2, -1), WRITES).cards().getFirst().given()).isEqualTo(Map.of("start", List.of("2")));
        assertThat(draft.cut(Cuts.NONE, WRITES)).isEqualTo(draft(SCALE, COMPRESS));
    }

    @Test
    void severalAreJoinedOrSlicedAndKeepHowTheyAreCut() {
        Draft film = draft(Card.of("trim").with("mode", List.of("copy")), SCALE, COMPRESS).cut(cuts(1, 3, 4, -1), WRITES);
        assertThat(film.cards().getFirst().given())
                .isEqualTo(Map.of("mode", List.of("copy"), "keep", List.of("1..3", "4..end")));
        Draft files = film.cut(film.cuts().making(Cuts.Making.FILES), WRITES);
        assertThat(files.ops()).as("a slice stands below all that changes the picture").containsExactly("scale", "slice",
                "compress");
        assertThat(files.cards().get(1).given())
                .isEqualTo(Map.of("mode", List.of("copy"), "ranges", List.of("1..3", "4..end")));
        assertThat(files.cut(files.cuts().remove(0), WRITES).ops()).as("one file of one range").containsExactly("trim", "scale",
                "compress");
    }

    @Test
    void theClipsOwnRangesOverrideTheRecipes() {
        Draft draft = draft(Card.of("trim").with("start", List.of("10%"))).cut(cuts(1, 3), WRITES);
        assertThat(draft.cards()).singleElement()
                .satisfies(c -> assertThat(c.given()).isEqualTo(Map.of("start", List.of("1"), "end", List.of("3"))));
        Draft other = draft.recipe(List.of(Card.of("trim").with("end", List.of("9")).with("mode", List.of("copy")), SCALE),
                WRITES);
        assertThat(other.cuts()).isEqualTo(draft.cuts());
        assertThat(other.cards().getFirst().given())
                .isEqualTo(Map.of("start", List.of("1"), "end", List.of("3"), "mode", List.of("copy")));
        assertThat(draft.recipe(List.of(SCALE), WRITES).ops()).containsExactly("trim", "scale");
    }

    @Test
    void whatIsTypedIntoTheStepIsTheRange() {
        Cuts named = cuts(1, 3).change(0, p -> p.named("Snow").coloured(4));
        Draft draft = draft(SCALE).cut(named, WRITES);
        Draft typed = draft.change(0, c -> c.with("end", List.of("0:02.5")));
        assertThat(typed.cuts().parts()).containsExactly(new Cuts.Part("Snow", 4, 1_000_000, 2_500_000));
        assertThat(typed.cards().getFirst().given().get("end")).containsExactly("2.5");
        Draft lasting = draft.change(0, c -> c.with("end", List.of()).with("duration", List.of("5")));
        assertThat(lasting.cuts().parts()).containsExactly(new Cuts.Part("Snow", 4, 1_000_000, 6_000_000));
        Draft relative = draft.change(0, c -> c.with("end", List.of("end-1s")));
        assertThat(relative.cuts().areNone()).as("another time in each clip is the recipe's").isTrue();
        assertThat(relative.cards().getFirst().given().get("end")).containsExactly("end-1s");
        assertThat(draft.remove(0).cuts().areNone()).as("without the step nothing is cut").isTrue();
    }

    @Test
    void rangesAreInTheClipsOwnTimeWhateverTheSpeed() {
        Card twice = Card.of("speed").with("factor", List.of("2"));
        Draft draft = draft(twice, SCALE).cut(cuts(2, 4), WRITES);
        assertThat(draft.ops()).containsExactly("trim", "speed", "scale");
        assertThat(draft.move(0, 1).ops()).as("it stays above").containsExactly("trim", "speed", "scale");
        Draft files = draft(twice).cut(cuts(2, 4, 6, 8).making(Cuts.Making.FILES), WRITES);
        assertThat(files.cards().get(1).given().get("ranges")).containsExactly("1..2", "3..4");
        assertThat(files.change(0, c -> c.with("factor", List.of("4"))).cards().get(1).given().get("ranges"))
                .containsExactly("0.5..1", "1.5..2");
    }

    @Test
    void othersGetTheRecipeWithoutTheRanges() {
        assertThat(draft(SCALE).cut(cuts(1, 3), WRITES).uncut()).isEqualTo(draft(SCALE));
        assertThat(draft(Card.of("trim").with("end", List.of("9"))).uncut().ops()).containsExactly("trim");
    }

    @Test
    void rangesAreAddedSplitAndMoved() {
        Cuts cuts = cuts(1, 3).split(0, 2_000_000);
        assertThat(cuts.parts()).containsExactly(new Cuts.Part("", 0, 1_000_000, 2_000_000),
                new Cuts.Part("", 1, 2_000_000, 3_000_000));
        assertThat(cuts.move(0, 1).parts().getFirst().colour()).isEqualTo(1);
        assertThat(cuts.placeFor(1_500_000)).isEqualTo(1);
        assertThat(cuts.move(0, 1).placeFor(0)).as("an order of one's own stays").isEqualTo(2);
        assertThat(cuts.keptUs(2_500_000)).isEqualTo(1_500_000);
        assertThat(cuts.remove(0).add(1, 5_000_000, Cuts.OPEN).parts().get(1).colour()).as("a free colour").isZero();
    }
}
