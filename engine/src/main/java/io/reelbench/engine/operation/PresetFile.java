package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Presets as one file that people send each other: {@code {"reelbench":1,"presets":[ … ]}}, each as {@link RecipeReader} knows it. A file
 * that holds one recipe alone is read as well. Untrusted.
 *
 * @param presets  those that can be used
 * @param problems what is wrong with the file, and with each of the others under its name
 */
public record PresetFile(List<Recipe> presets, List<Problem> problems) {

    /** As files are called. */
    public static final String ENDING = ".reelbench";
    /** No larger file is looked at. */
    public static final long MOST_BYTES = 1_000_000;

    private static final int FORMAT = 1;
    private static final int MOST = 200;
    private static final String MARK = "reelbench";

    static PresetFile read(String text, RecipeReader recipes) {
        Reading<JsonNode> root = recipes.root(text);
        if (root.value().isEmpty()) {
            return new PresetFile(List.of(), root.problems());
        }
        JsonNode file = root.value().get();
        JsonNode format = file.get(MARK);
        List<Problem> problems = new ArrayList<>();
        List<Recipe> good = new ArrayList<>();
        if (format == null) {
            take(recipes.read(file), "", good, problems);
        } else if (!format.isIntegralNumber() || format.asInt() < FORMAT) {
            problems.add(new Problem(MARK, Code.BAD_SYNTAX, OperationWords.NOT_PRESETS.with()));
        } else if (format.asInt() > FORMAT) {
            problems.add(new Problem(MARK, Code.NOT_AVAILABLE, OperationWords.NEWER_PRESETS.with(format.asInt(), FORMAT),
                    Optional.of(OperationWords.NEWER_FIX.with())));
        } else {
            all(file.path("presets"), recipes, good, problems);
        }
        return new PresetFile(List.copyOf(good), List.copyOf(problems));
    }

    private static void all(JsonNode list, RecipeReader recipes, List<Recipe> good, List<Problem> problems) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            problems.add(new Problem("presets", list.size() > MOST ? Code.TOO_MANY : Code.REQUIRED,
                    OperationWords.HOW_MANY_PRESETS.with(MOST)));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String name = list.get(i).path("name").asString("");
            take(recipes.read(list.get(i)), name.isBlank() ? Integer.toString(i + 1) : name, good, problems);
        }
    }

    private static void take(Reading<Recipe> reading, String name, List<Recipe> good, List<Problem> problems) {
        reading.value().ifPresent(good::add);
        reading.problems().forEach(p -> problems.add(name.isEmpty()
                ? p
                : new Problem(p.option(), p.code(), OperationWords.IN_PRESET.with(name, p.text()), p.fix())));
    }

    static String write(List<Recipe> presets, RecipeReader recipes) {
        ObjectNode root = recipes.object();
        root.put(MARK, FORMAT);
        ArrayNode list = root.putArray("presets");
        presets.forEach(preset -> list.add(recipes.node(preset)));
        return root.toPrettyString();
    }
}
