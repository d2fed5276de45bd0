package io.reelbench.engine.bench;

import io.reelbench.engine.media.Media;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One operation with telling settings.
 *
 * @param name       for the table
 * @param everywhere whether it runs on every file, and not just on one of each family of containers
 * @param steps      as JSON objects, or words that stand for one
 * @param words      what the words stand for; such steps are for what has a length only
 */
record MatrixCase(String operation, String name, boolean everywhere, List<String> steps, Map<String, String> words) {

    String id() {
        return operation + ": " + name;
    }

    /** A still has no length to be cut, and its format is its own. */
    String recipe(Media clip) {
        String all = steps.stream().filter(s -> !clip.still() || !words.containsKey(s)).map(s -> words.getOrDefault(s, s))
                .collect(Collectors.joining(","));
        return "{\"schema\":1,\"steps\":[" + all + "]}";
    }
}
