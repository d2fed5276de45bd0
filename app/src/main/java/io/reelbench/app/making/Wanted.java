package io.reelbench.app.making;

import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a model. One of everything is one job; where there are several of something, there is a job for each, and what is
 * given once serves all. Pure.
 *
 * @param settings that were given, by name
 * @param prompts  one for each job, or one for all; empty for none
 * @param files    for each input likewise
 */
record Wanted(Model model, Map<String, String> settings, List<String> prompts, Map<String, List<Path>> files) {

    /** How many of everything is given, by the name of its parameter. */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        model.prompt().ifPresent(p -> counts.put(p.name(), prompts.size()));
        files.forEach((name, all) -> counts.put(name, all.size()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** How many jobs it is. */
    int count() {
        return counts().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** What does not go together, or is too much at once. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        int count = count();
        counts().forEach((name, some) -> {
            if (some > 1 && some < count) {
                problems.add(new Problem(name, Code.OUT_OF_RANGE, MakingWords.NOT_AS_MANY.with(some, count)));
            } else if (some > Generations.MOST_AT_ONCE) {
                problems.add(new Problem(name, Code.OUT_OF_RANGE, MakingWords.TOO_MANY.with(some, Generations.MOST_AT_ONCE)));
            }
        });
        return problems;
    }

    /** The parameters of each job; only where {@link #problems} has none. */
    List<Map<String, String>> jobs() {
        List<Map<String, String>> jobs = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            Map<String, String> job = new HashMap<>(settings);
            int turn = i;
            model.prompt().filter(_ -> !prompts.isEmpty()).ifPresent(p -> job.put(p.name(), of(prompts, turn)));
            files.forEach((name, all) -> {
                if (!all.isEmpty()) {
                    job.put(name, of(all, turn).toString());
                }
            });
            jobs.add(Map.copyOf(job));
        }
        return List.copyOf(jobs);
    }

    private static <T> T of(List<T> all, int turn) {
        return all.get(all.size() == 1 ? 0 : turn);
    }
}
