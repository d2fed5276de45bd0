package io.reelbench.app.desk;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A draft after its options were read.
 *
 * @param recipe empty when some option cannot be read, or there is no step that is on
 * @param wish   empty when it cannot be read
 * @param cards  problems of each card by its index
 * @param place  problems of name and place
 * @param allowed parts of a written command that a person allowed for the next run
 */
public record Judged(Optional<Recipe> recipe, Optional<OutputWish> wish, Map<Integer, List<Problem>> cards, List<Problem> place,
        Set<String> allowed) {

    public boolean isGood() {
        return recipe.isPresent() && wish.isPresent();
    }
}
