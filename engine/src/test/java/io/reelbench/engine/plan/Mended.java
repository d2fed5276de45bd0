package io.reelbench.engine.plan;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Does to a recipe what would mend a problem of it, as a person would who takes what is proposed. */
final class Mended {

    private static final Catalog CATALOG = new Catalog();

    private Mended() {}

    static Recipe by(Fix fix, Problem problem, Recipe recipe) {
        List<Operation> steps = new ArrayList<>(recipe.steps());
        switch (fix) {
            case Fix.Choose(var _, OptionalInt step, var options) ->
                choose(steps, step.isPresent() ? step : problem.step(), options);
            case Fix.Move(var _, int from, int to) -> steps.add(to, steps.remove(from));
            case Fix.Allow _ -> {
                // it is the person who changes, not the recipe
            }
            case Fix.Remove(var _, OptionalInt step) -> steps.remove(step.orElseThrow());
            case Fix.Replace(var _, OptionalInt step, String op) ->
                steps.set(step.orElseThrow(), read(op, new LinkedHashMap<>(), Map.of()));
            case Fix.Add(var _, OptionalInt at, String op, var options) ->
                steps.add(at.orElse(steps.size()), read(op, new LinkedHashMap<>(), options));
        }
        return recipe.with(List.copyOf(steps));
    }

    private static void choose(List<Operation> steps, OptionalInt step, Map<String, List<String>> options) {
        int at = step.isPresent()
                ? step.getAsInt()
                : IntStream.range(0, steps.size()).filter(i -> has(steps.get(i), options)).reduce((_, last) -> last).orElse(-1);
        if (at < 0) {
            steps.add(read("transcode", new LinkedHashMap<>(), options));
        } else {
            Operation was = steps.get(at);
            steps.set(at, read(was.id(), new LinkedHashMap<>(CATALOG.write(was)), options));
        }
    }

    private static boolean has(Operation operation, Map<String, List<String>> options) {
        return options.keySet().stream().allMatch(o -> CATALOG.find(operation.id()).orElseThrow().schema().field(o).isPresent());
    }

    private static Operation read(String op, Map<String, List<String>> given, Map<String, List<String>> options) {
        options.forEach((name, values) -> {
            if (values.isEmpty()) {
                given.remove(name);
            } else {
                given.put(name, values);
            }
        });
        return CATALOG.find(op).orElseThrow().schema().read(given).value().orElseThrow();
    }
}
