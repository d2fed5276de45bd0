package io.reelbench.engine.operation;

import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recipes as JSON: {@code {"schema":1,"name":"Share copy","steps":[{"op":"scale","height":720},{"op":"compress","quality":60}]}}. Keys are
 * option names, defaults may be left out, anything unknown is an error that names it and the nearest. A recipe is untrusted.
 */
public final class RecipeReader {

    private static final int SCHEMA = 1;
    private static final List<String> KEYS = List.of("schema", "name", "short", "summary", "steps", "publish");
    /** Nobody writes more by hand; a recipe is untrusted. */
    public static final int MOST_STEPS = 200;
    /** Characters. */
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_SUMMARY = 200;
    public static final int LONGEST_TAG = 24;
    /** Of a place that outputs are brought to. */
    public static final int LONGEST_PLACE = 1000;
    /** A short name: small letters, digits and single dashes or dots between them. */
    public static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+([-.][\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+)*");

    private final Catalog catalog;
    private final JsonMapper json = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).maxDocumentLength(1_000_000).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public RecipeReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Reads a recipe; every problem is named with the step it is in. */
    public Reading<Recipe> read(String text) {
        Reading<JsonNode> root = root(text);
        return root.value().isPresent() ? read(root.value().get()) : new Reading<>(Optional.empty(), root.problems());
    }

    /** The JSON object in a text. */
    Reading<JsonNode> root(String text) {
        JsonNode root;
        try {
            root = json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException wrong) {
            return failed(OperationWords.BAD_RECIPE, wrong.getOriginalMessage());
        }
        return root == null || !root.isObject()
                ? failed(OperationWords.BAD_RECIPE, "{ … } is missing")
                : Reading.of(root, List.of());
    }

    Reading<Recipe> read(JsonNode root) {
        if (!root.isObject()) {
            return failed(OperationWords.BAD_RECIPE, "{ … } is missing");
        }
        List<Problem> problems = new ArrayList<>();
        checkHead(root, problems);
        List<Operation> steps = new ArrayList<>();
        JsonNode list = root.path("steps");
        for (int i = 0; i < Math.min(list.size(), MOST_STEPS); i++) {
            step(i + 1, list.get(i), problems).ifPresent(steps::add);
        }
        if (list.isEmpty() || list.size() > MOST_STEPS) {
            problems.add(new Problem("steps", list.isEmpty() ? Code.REQUIRED : Code.TOO_MANY, OperationWords.NO_STEPS.with()));
        }
        return Reading.of(new Recipe(words(root, "name", LONGEST_NAME, problems), tag(root, problems),
                words(root, "summary", LONGEST_SUMMARY, problems), List.copyOf(steps), places(root, problems)), problems);
    }

    /** One, or several in a list. */
    private static List<String> places(JsonNode root, List<Problem> problems) {
        List<String> places = Optional.ofNullable(root.get("publish")).map(RecipeReader::texts).orElse(List.of()).stream()
                .map(place -> Text.harmless(place.strip())).filter(place -> !place.isEmpty()).distinct().toList();
        if (places.stream().anyMatch(place -> place.length() > LONGEST_PLACE) || places.size() > MOST_STEPS) {
            problems.add(new Problem("publish", Code.OUT_OF_RANGE, OperationWords.LONG_WORDS.with("publish", LONGEST_PLACE)));
        }
        return places;
    }

    /** What people read: in one line, and nothing in it that could move a cursor. */
    private static Optional<String> words(JsonNode root, String key, int longest, List<Problem> problems) {
        Optional<String> words = Optional.ofNullable(root.get(key)).map(node -> node.asString("").strip())
                .map(w -> Text.harmless(w.replaceAll("\\s+", " "))).filter(w -> !w.isEmpty());
        if (words.filter(w -> w.length() > longest).isPresent()) {
            problems.add(new Problem(key, Code.OUT_OF_RANGE, OperationWords.LONG_WORDS.with(key, longest)));
        }
        return words;
    }

    private static Optional<String> tag(JsonNode root, List<Problem> problems) {
        Optional<String> tag = Optional.ofNullable(root.get("short")).map(node -> node.asString(""));
        if (tag.filter(t -> t.length() > LONGEST_TAG || !TAG.matcher(t).matches()).isPresent()) {
            problems.add(new Problem("short", Code.BAD_SYNTAX, OperationWords.BAD_TAG.with(tag.get(), LONGEST_TAG)));
        }
        return tag;
    }

    private static void checkHead(JsonNode root, List<Problem> problems) {
        root.propertyNames().stream().filter(key -> !KEYS.contains(key)).forEach(key -> problems
                .add(new Problem(key, Code.UNKNOWN_OPTION, OperationWords.UNKNOWN_KEY.with(key),
                        Nearest.to(key, KEYS).map(OperationWords.DID_YOU_MEAN::with))));
        JsonNode schema = root.get("schema");
        if (schema == null) {
            problems.add(new Problem("schema", Code.REQUIRED, OperationWords.NO_SCHEMA.with()));
        } else if (!schema.isIntegralNumber() || schema.asInt() != SCHEMA) {
            problems.add(new Problem("schema", Code.NOT_AVAILABLE, OperationWords.BAD_SCHEMA.with(schema)));
        }
    }

    private Optional<Operation> step(int number, JsonNode node, List<Problem> problems) {
        String op = node.path("op").asString("");
        Optional<Catalog.Entry> entry = catalog.find(op);
        if (op.isEmpty()) {
            problems.add(new Problem("op", Code.REQUIRED, OperationWords.NO_OP.with(number)));
        } else if (entry.isEmpty()) {
            problems.add(catalog.unknown(op));
        }
        return entry.flatMap(e -> options(number, e, node, problems));
    }

    private static Optional<Operation> options(int number, Catalog.Entry entry, JsonNode node, List<Problem> problems) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        node.propertyStream().filter(p -> !p.getKey().equals("op") && !p.getValue().isNull())
                .forEach(p -> given.put(p.getKey(), texts(p.getValue())));
        Reading<? extends Operation> reading = entry.schema().read(given);
        reading.problems().forEach(p -> problems
                .add(new Problem(p.option(), p.code(), OperationWords.STEP.with(number, entry.about().id(), p.text()), p.fix(),
                        OptionalInt.empty(), p.fixes()).at(number - 1)));
        return reading.value().map(Operation.class::cast);
    }

    /** JSON may give plain numbers and booleans, lists, spans and regions as objects; all become the text that every face reads. */
    private static List<String> texts(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(RecipeReader::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(JsonNode value) {
        if (value.isObject() && value.has("w")) {
            String corner = value.has("x") || value.has("y")
                    ? ":" + value.path("x").asString("") + ":" + value.path("y").asString("")
                    : "";
            return value.path("w").asString("") + ":" + value.path("h").asString("") + corner;
        } else if (value.isObject()) {
            return value.path("start").asString("") + ".." + value.path("end").asString("");
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString(value.toString());
    }

    private static <T> Reading<T> failed(Message message, Object... arguments) {
        return new Reading<>(Optional.empty(), List.of(new Problem("", Code.BAD_SYNTAX, message.with(arguments))));
    }

    /** The recipe as JSON that {@link #read} reads again; defaults are left out. */
    public String write(Recipe recipe) {
        return json.writeValueAsString(node(recipe));
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    /** Presets out of a file's text. */
    public PresetFile readPresets(String text) {
        return PresetFile.read(text, this);
    }

    /** Presets as the text of a file that {@link #readPresets} reads. */
    public String writePresets(List<Recipe> presets) {
        return PresetFile.write(presets, this);
    }

    ObjectNode node(Recipe recipe) {
        ObjectNode root = json.createObjectNode();
        root.put("schema", SCHEMA);
        recipe.name().ifPresent(name -> root.put("name", name));
        recipe.tag().ifPresent(tag -> root.put("short", tag));
        recipe.summary().ifPresent(summary -> root.put("summary", summary));
        ArrayNode steps = root.putArray("steps");
        for (Operation operation : recipe.steps()) {
            ObjectNode step = steps.addObject();
            step.put("op", operation.id());
            catalog.write(operation).forEach((key, values) -> put(step, key, values));
        }
        if (!recipe.publish().isEmpty()) {
            put(root, "publish", recipe.publish());
        }
        return root;
    }

    private static void put(ObjectNode step, String key, List<String> values) {
        if (values.size() == 1) {
            step.put(key, values.getFirst());
        } else {
            ArrayNode list = step.putArray(key);
            values.forEach(list::add);
        }
    }
}
