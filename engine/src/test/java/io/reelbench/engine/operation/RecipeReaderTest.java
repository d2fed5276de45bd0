package io.reelbench.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {

    private final RecipeReader recipes = new RecipeReader(new Catalog());

    private List<String> problems(String json) {
        Reading<Recipe> reading = recipes.read(json);
        assertThat(reading.value()).isEmpty();
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsTheExamplesOfTheReference() {
        Recipe share = recipes.read(
                "{\"schema\":1,\"name\":\"Share copy\",\"steps\":[{\"op\":\"scale\",\"height\":720},{\"op\":\"compress\",\"quality\":60}]}")
                .value().orElseThrow();
        assertThat(share.name()).contains("Share copy");
        assertThat(share.steps()).extracting(Operation::id).containsExactly("scale", "compress");
        assertThat(recipes
                .read("{\"schema\":1,\"name\":\"Under ten\",\"steps\":[{\"op\":\"trim\",\"start\":\"0:05\",\"end\":\"end-3s\"},"
                        + "{\"op\":\"compress\",\"target-size\":\"10MB\",\"audio-channels\":\"mono\"}]}")
                .value()).isPresent();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String json = "{\"schema\":1,\"steps\":[{\"op\":\"trim\",\"keep\":[{\"start\":5,\"end\":\"0:12\"},{\"start\":\"1500f\",\"end\":\"end\"}],\"mode\":\"copy\"},{\"op\":\"transcode\"}]}";
        Recipe recipe = recipes.read(json).value().orElseThrow();
        assertThat(recipes.read(recipes.write(recipe)).value()).contains(recipe);
    }

    @Test
    void aSideThatIsNotTheUsualOneIsWrittenEvenWhereItsOwnOptionsAreAsUsual() {
        String json = "{\"schema\":1,\"steps\":[{\"op\":\"crop\",\"aspect\":\"16:9\"}]}";
        Recipe recipe = recipes.read(json).value().orElseThrow();
        assertThat(recipes.write(recipe)).isEqualTo(json);
        assertThat(recipes.read(recipes.write(recipe)).value()).contains(recipe);
    }

    @Test
    void everythingWrongIsNamedWithItsStep() {
        assertThat(problems("{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"heigth\":720},{\"op\":\"comprss\"},{}],\"stepz\":1}"))
                .containsExactly("stepz: a recipe has no key “stepz” - did you mean steps?",
                        "heigth: step 1 (scale): there is no option “heigth” here - did you mean height?",
                        "op: there is no operation “comprss” - did you mean compress?", "op: step 3 does not say its \"op\"");
    }

    @Test
    void whatIsNoRecipeIsSaidInOneSentence() {
        assertThat(problems("not json").getFirst()).startsWith("this is not a recipe:");
        assertThat(problems("[]").getFirst()).startsWith("this is not a recipe:");
        assertThat(problems("{\"schema\":2,\"steps\":[{\"op\":\"scale\"}]}").getFirst())
                .isEqualTo("schema: this recipe is of schema 2; this program reads 1");
        assertThat(problems("{\"schema\":1,\"schema\":1,\"steps\":[]}").getFirst()).startsWith("this is not a recipe:");
        assertThat(problems("{\"schema\":1,\"steps\":[]}")).containsExactly("steps: a recipe needs at least one step");
        assertThat(problems("[".repeat(5000)).getFirst()).startsWith("this is not a recipe:");
    }

    @Test
    void aProblemSaysWhichStepItConcerns() {
        assertThat(recipes.read("{\"schema\":1,\"steps\":[{\"op\":\"scale\",\"height\":720},{\"op\":\"scale\",\"height\":0}]}")
                .problems())
                .extracting(Problem::step).containsExactly(java.util.OptionalInt.of(1));
    }
}
