package io.reelbench.engine.queue;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row of the table can be found by, made from the row itself.
 *
 * @param files of inputs and outputs, in small letters, one a line
 * @param ops   ids of the recipe's operations, between commas
 */
record SearchWords(String files, String ops) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_OPS = 2000;

    static SearchWords of(TaskRow row) {
        Set<String> files = new LinkedHashSet<>();
        tree(row.inputs()).forEach(input -> file(input, files));
        tree(row.outcome()).path("results").forEach(result -> file(result, files));
        Set<String> ops = new LinkedHashSet<>();
        tree(row.recipe()).path("steps").forEach(step -> ops.add(step.path("op").asString("")));
        String listed = "," + String.join(",", ops) + ",";
        return new SearchWords(String.join("\n", files),
                listed.length() > LONGEST_OPS ? listed.substring(0, LONGEST_OPS) : listed);
    }

    private static void file(JsonNode node, Set<String> into) {
        String path = node.path("file").asString("");
        if (!path.isEmpty()) {
            into.add(Path.of(path).toString().toLowerCase(Locale.ROOT));
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notOurs) {
            return JSON.createObjectNode();
        }
    }
}
