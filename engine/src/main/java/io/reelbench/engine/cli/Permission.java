package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Raw;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.io.Console;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks a person at the terminal about each part of a written command that leaves what is known to be safe, after telling what it opens. What is
 * allowed counts for one run and is kept nowhere; no option and no recipe can say it.
 */
final class Permission {

    private final Engine engine;
    private final Predicate<Text> grants;

    /** @param grants whether a person who reads this says yes */
    Permission(Engine engine, Predicate<Text> grants) {
        this.engine = engine;
        this.grants = grants;
    }

    /** Of whoever sits at the terminal; nobody there allows nothing. */
    static Permission atTheTerminal(Engine engine) {
        return new Permission(engine, question -> {
            Console console = System.console();
            String said = console == null || !console.isTerminal()
                    ? null
                    : console.readLine("%s ", CliWords.ALLOW_ONCE.with(question));
            return said != null && said.strip().equalsIgnoreCase("y");
        });
    }

    /** The parts that were allowed; none as soon as one is not. */
    Set<String> granted(Recipe recipe, List<Path> clips) throws InterruptedException {
        Set<String> granted = new HashSet<>();
        if (recipe.steps().stream().noneMatch(Raw.class::isInstance)) {
            return granted;
        }
        try {
            List<Media> media = engine.probe(clips);
            Optional<Problem> open = open(recipe, media, granted);
            while (open.isPresent()) {
                if (!grants.test(open.get().text())) {
                    return Set.of();
                }
                granted.add(part(open.get()).orElseThrow());
                open = open(recipe, media, granted);
            }
        } catch (FailedException toldByTheTask) {
            return Set.of();
        }
        return granted;
    }

    private Optional<Problem> open(Recipe recipe, List<Media> media, Set<String> granted)
            throws FailedException, InterruptedException {
        return engine.plan(recipe, media, granted).problems().stream()
                .filter(problem -> part(problem).filter(part -> !granted.contains(part)).isPresent()).findFirst();
    }

    private static Optional<String> part(Problem problem) {
        return problem.fixes().stream().filter(Fix.Allow.class::isInstance).map(fix -> ((Fix.Allow) fix).part()).findFirst();
    }
}
