package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Judge;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.desk.Planning;
import io.reelbench.app.form.Words;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is wrong with the draft on the screen, and where.
 *
 * @param cards   by index of the step
 * @param place   with name and place
 * @param general what no step of the draft can be blamed for
 */
record Troubles(Map<Integer, List<Problem>> cards, List<Problem> place, List<Problem> general) {

    static Troubles of(Scope scope) {
        Draft draft = scope.draft();
        Judged judged = scope.judged(draft);
        Map<Integer, List<Problem>> cards = new HashMap<>();
        judged.cards().forEach((i, problems) -> cards.put(i, new ArrayList<>(problems)));
        List<Problem> general = new ArrayList<>();
        for (Problem problem : scope.clip().map(c -> planned(c, judged)).orElse(List.of())) {
            int at = index(problem, draft, scope.desk().judge().catalog());
            if (at < 0) {
                general.add(problem);
                continue;
            }
            Problem told = titled(problem, draft.cards().get(at).op(), scope);
            if (!cards.computeIfAbsent(at, _ -> new ArrayList<>()).contains(told)) {
                cards.get(at).add(told);
            }
        }
        return new Troubles(cards, judged.place(), general);
    }

    /** Steps are called by their titles here, and by their ids only in a terminal. */
    private static Problem titled(Problem problem, String op, Scope scope) {
        Text text = problem.text();
        if (!text.arguments().contains(op)) {
            return problem;
        }
        List<String> arguments = text.arguments().stream().map(a -> a.equals(op) ? scope.title(op) : a).toList();
        return new Problem(problem.option(), problem.code(), new Text(text.key(), text.english(), arguments), problem.fix(),
                problem.step(), problem.fixes());
    }

    /** What planning found, if it was planned with these steps; values may be newer, then it is told again in a moment. */
    private static List<Problem> planned(Clip clip, Judged now) {
        return switch (clip.planning().get()) {
            case Planning.Ready(Judged judged, var _, List<Problem> warnings, var _) when same(judged, now) -> warnings;
            case Planning.Impossible(Judged judged, List<Problem> problems) when same(judged, now) -> problems;
            default -> List.of();
        };
    }

    private static boolean same(Judged planned, Judged now) {
        return planned.recipe().map(Troubles::ops).equals(now.recipe().map(Troubles::ops));
    }

    private static List<String> ops(Recipe recipe) {
        return recipe.steps().stream().map(Operation::id).toList();
    }

    /** The step a problem concerns: the engine says so, or it is the last one that has such an option. */
    static int index(Problem problem, Draft draft, Catalog catalog) {
        List<Integer> on = IntStream.range(0, draft.cards().size()).filter(i -> draft.cards().get(i).on()).boxed().toList();
        if (problem.step().isPresent()) {
            return problem.step().getAsInt() < on.size() ? on.get(problem.step().getAsInt()) : -1;
        }
        return on.reversed().stream().filter(i -> has(draft.cards().get(i), problem.option(), catalog)).findFirst().orElse(-1);
    }

    private static boolean has(Card card, String option, Catalog catalog) {
        return catalog.find(card.op()).filter(e -> e.schema().field(option).isPresent()).isPresent();
    }

    List<Problem> of(int card) {
        return cards.getOrDefault(card, List.of());
    }

    /** The first one that keeps it from running. */
    Optional<Problem> worst() {
        return Stream.of(general, cards.values().stream().flatMap(List::stream).toList(), place).flatMap(List::stream)
                .filter(p -> !p.isWarning()).findFirst();
    }

    /** A problem away from its field: it says which one. */
    static String told(Problem problem, Draft draft, Catalog catalog) {
        int at = index(problem, draft, catalog);
        Optional<Catalog.Entry> step = at < 0 ? Optional.empty() : catalog.find(draft.cards().get(at).op());
        Optional<String> label = step.<Schema<?>>map(Catalog.Entry::schema).or(() -> Optional.of(Judge.place()))
                .flatMap(schema -> schema.field(problem.option())).map(f -> f.label());
        String where = label.or(() -> step.map(e -> e.about().called())).orElse("");
        return where.isEmpty() ? Words.capital(problem.text()) : where + ": " + problem.text();
    }
}
