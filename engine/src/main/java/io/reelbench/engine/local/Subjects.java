package io.reelbench.engine.local;

import io.reelbench.engine.operation.Raw;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Product;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.reuse.Results;
import io.reelbench.engine.reuse.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What decides the bytes that a plan makes: its steps, its commands and the files that it reads, whatever these are called. */
final class Subjects {

    private static final Path SOMEWHERE = Path.of("made");

    private Subjects() {}

    /** Empty for what is never taken from an earlier task. */
    static Optional<Subject> of(Results results, RecipeReader recipes, Recipe recipe, Plan plan, Place place) {
        boolean plain = !place.fresh() && place.allowed().isEmpty() && encodes(plan)
                && recipe.steps().stream().noneMatch(Raw.class::isInstance)
                && plan.products().stream().noneMatch(Product::isFolder)
                && plan.steps().stream().noneMatch(Step.Report.class::isInstance);
        if (!plain) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        said.add(recipes.write(new Recipe(Optional.empty(), recipe.steps())));
        plan.products().forEach(product -> said.add(product.extension()));
        CommandLines.of(plan, SOMEWHERE).forEach(line -> said.add(nameless(line, plan)));
        if (plan.steps().stream().anyMatch(step -> step instanceof Step.Own || step instanceof Step.Write)) {
            plan.sources().forEach(source -> said.add(source.name())); // it may be drawn or written somewhere
        }
        return Optional.of(results.subject(said, plan.reads()));
    }

    private static String nameless(String line, Plan plan) {
        String now = line;
        List<Path> reads = plan.reads();
        for (int i = 0; i < reads.size(); i++) {
            now = now.replace(reads.get(i).toAbsolutePath().toString(), "<" + i + ">");
        }
        return now;
    }

    /** Whether anything is made anew: what is only copied is copied as soon from its source. */
    static boolean encodes(Plan plan) {
        return plan.steps().stream()
                .anyMatch(s -> !(s instanceof Step.Run run && run.doing() == Step.Doing.COPYING || s instanceof Step.Write
                        || s instanceof Step.Fetch || s instanceof Step.Own || s instanceof Step.Report));
    }
}
