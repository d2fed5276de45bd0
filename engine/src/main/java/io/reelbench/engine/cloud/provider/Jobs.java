package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several jobs for a model, asked for together. One of everything is one job; where there are several of something, there is a job for each,
 * and what is given once serves all. Pure.
 *
 * @param given by the name of a parameter
 */
public record Jobs(Map<String, List<String>> given) {

    public Jobs {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        all.values().removeIf(List::isEmpty);
        given = Map.copyOf(all);
    }

    private int count() {
        return given.values().stream().mapToInt(List::size).max().orElse(1);
    }

    /** What does not go together, or is too much at once. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        int count = count();
        given.forEach((name, values) -> {
            int some = values.size();
            if (some > 1 && some < count) {
                problems.add(new Problem(name, Code.OUT_OF_RANGE, ProviderWords.NOT_AS_MANY.with(some, count)));
            } else if (some > Generations.MOST_AT_ONCE) {
                problems.add(new Problem(name, Code.OUT_OF_RANGE,
                        ProviderWords.TOO_MANY_AT_ONCE.with(some, Generations.MOST_AT_ONCE)));
            }
        });
        return List.copyOf(problems);
    }

    /** The parameters of each; only where {@link #problems} has none. */
    public List<Map<String, String>> each() {
        List<Map<String, String>> jobs = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            Map<String, String> job = new LinkedHashMap<>();
            int turn = i;
            given.forEach((name, values) -> job.put(name, values.get(values.size() == 1 ? 0 : turn)));
            jobs.add(Map.copyOf(job));
        }
        return List.copyOf(jobs);
    }
}
