package io.reelbench.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.operation.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private final Judge judge = new Judge(new Catalog());

    private static Draft draft(Card... cards) {
        return new Draft(Optional.of("Web"), List.of(cards), Map.of());
    }

    @Test
    void whatWasTypedBecomesARecipe() {
        Judged judged = judge.judge(draft(Card.of("scale").with("width", List.of("640")), Card.of("compress")));
        assertThat(judged.isGood()).isTrue();
        assertThat(judged.recipe().orElseThrow().name()).contains("Web");
        assertThat(judged.recipe().orElseThrow().steps()).hasSize(2);
    }

    @Test
    void aWrongValueStandsAtItsCardAndField() {
        Judged judged = judge.judge(draft(Card.of("compress"), Card.of("scale").with("width", List.of("wide"))));
        assertThat(judged.isGood()).isFalse();
        assertThat(judged.cards()).containsOnlyKeys(1);
        assertThat(judged.cards().get(1)).singleElement().satisfies(p -> assertThat(p.option()).isEqualTo("width"));
    }

    @Test
    void aStepThatIsOffTakesNoPart() {
        Judged judged = judge.judge(draft(Card.of("scale").with("width", List.of("wide")).switched(false), Card.of("compress")));
        assertThat(judged.recipe().orElseThrow().steps()).singleElement()
                .satisfies(s -> assertThat(s.id()).isEqualTo("compress"));
    }

    @Test
    void aRecipeAndItsDraftAreTheSame() {
        Draft draft = draft(Card.of("scale").with("width", List.of("640")), Card.of("thumbnail"));
        assertThat(judge.draft(judge.judge(draft).recipe().orElseThrow(), Map.of())).isEqualTo(draft);
    }

    @Test
    void aWrongPlaceIsAProblemOfThePlace() {
        Judged judged = judge.judge(draft(Card.of("compress")).placed(Map.of("if-exists", List.of("pray"))));
        assertThat(judged.isGood()).isFalse();
        assertThat(judged.place()).isNotEmpty();
    }
}
