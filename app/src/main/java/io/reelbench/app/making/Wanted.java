package io.reelbench.app.making;

import io.reelbench.engine.cloud.provider.Jobs;
import io.reelbench.engine.cloud.provider.Model;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a model. Pure.
 *
 * @param settings that were given, by name
 * @param prompts  one for each job, or one for all; empty for none
 * @param files    for each input likewise
 */
record Wanted(Model model, Map<String, String> settings, List<String> prompts, Map<String, List<Path>> files) {

    Jobs jobs() {
        Map<String, List<String>> given = new HashMap<>();
        settings.forEach((name, value) -> given.put(name, List.of(value)));
        model.prompt().filter(_ -> !prompts.isEmpty()).ifPresent(p -> given.put(p.name(), prompts));
        files.forEach((name, all) -> given.put(name, all.stream().map(Path::toString).toList()));
        return new Jobs(given);
    }
}
