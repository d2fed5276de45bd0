package io.reelbench.app.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Draft;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a link under a problem does to the steps. */
class MenderTest {

    private static final Text WORDS = Text.verbatim("do it");

    private final Mender mender = new Mender(new Catalog(), new Order(new Catalog()));
    private final Problem problem = new Problem("container", Code.CODEC_CONTAINER, Text.verbatim("no"));

    private static Draft draft(Card... cards) {
        return Draft.EMPTY.with(List.of(cards));
    }

    @Test
    void valuesGoToTheStepThatHasThem() {
        Draft draft = draft(Card.of("scale"), Card.of("transcode"));
        assertThat(mender.mended(draft, problem, Fix.use("container", "mkv", WORDS)).cards().getLast().given())
                .isEqualTo(Map.of("container", List.of("mkv")));
        assertThat(mender.mended(draft, problem.at(0), Fix.use("fit", "pad", WORDS).at(0)).cards().getFirst().given())
                .isEqualTo(Map.of("fit", List.of("pad")));
    }

    @Test
    void whereNothingWritesAStepThatWritesIsAdded() {
        Draft mended = mender.mended(draft(Card.of("scale")), problem, Fix.use("container", "mkv", WORDS));
        assertThat(mended.ops()).containsExactly("scale", "transcode");
        assertThat(mended.cards().getLast().given()).isEqualTo(Map.of("container", List.of("mkv")));
    }

    @Test
    void stepsThatAreOffAreNotCounted() {
        Draft draft = draft(Card.of("trim").switched(false), Card.of("transcode"), Card.of("scale"));
        assertThat(mender.mended(draft, problem, new Fix.Move(WORDS, 1, 0)).ops()).containsExactly("trim", "scale", "transcode");
        assertThat(mender.mended(draft, problem, new Fix.Remove(WORDS, OptionalInt.of(1))).ops()).containsExactly("trim",
                "transcode");
        assertThat(mender.mended(draft, problem, new Fix.Add(WORDS, OptionalInt.of(0), "crop", Map.of())).ops())
                .containsExactly("trim", "crop", "transcode", "scale");
    }

    @Test
    void oneStepStandsForAnother() {
        Draft draft = draft(Card.of("trim"), Card.of("convert-audio"));
        assertThat(mender.mended(draft, problem, new Fix.Replace(WORDS, OptionalInt.of(1), "extract-audio")).ops())
                .containsExactly("trim", "extract-audio");
        assertThat(mender
                .mended(draft(Card.of("convert-audio")), problem, new Fix.Replace(WORDS, OptionalInt.of(0), "extract-audio"))
                .ops()).containsExactly("extract-audio");
    }
}
