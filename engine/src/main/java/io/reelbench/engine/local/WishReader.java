package io.reelbench.engine.local;

import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Places of outputs as JSON: the wish by the same schema as every other option, and beside it what was settled for the task. */
public final class WishReader {

    private static final String BELOW = "below";
    private static final String NUMBER = "number";
    private static final String ALLOWED = "allowed";
    private static final String FRESH = "fresh";
    private static final String THEN = "then";
    private static final Set<String> SETTLED = Set.of(BELOW, NUMBER, ALLOWED, FRESH, THEN);

    private final Schema<OutputWish> schema = Schema.of(OutputWish.class);
    private final JsonMapper json = JsonMapper.builder().build();

    public Place read(String text) throws FailedException {
        Map<String, List<String>> given = new LinkedHashMap<>();
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException broken) {
            throw new FailedException(new Failure.Internal("the stored output wish cannot be read"), broken);
        }
        root.propertyStream().filter(p -> !SETTLED.contains(p.getKey()))
                .forEach(p -> given.put(p.getKey(), List.of(p.getValue().asString())));
        Reading<OutputWish> reading = schema.read(given);
        OutputWish wish = reading.value()
                .orElseThrow(() -> new FailedException(new Failure.Invalid("output", reading.problems())));
        return new Place(wish, Path.of(root.path(BELOW).asString("")), Math.max(1, root.path(NUMBER).asInt(1)),
                root.path(ALLOWED).valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet()),
                root.path(FRESH).asBoolean(false), root.path(THEN).asString(""));
    }

    public String write(Place place) {
        ObjectNode root = json.createObjectNode();
        schema.write(place.wish()).forEach((key, values) -> root.put(key, values.getFirst()));
        if (!place.below().toString().isEmpty()) {
            root.put(BELOW, place.below().toString());
        }
        if (place.number() > 1) {
            root.put(NUMBER, place.number());
        }
        if (!place.allowed().isEmpty()) {
            ArrayNode parts = root.putArray(ALLOWED);
            place.allowed().stream().sorted().forEach(parts::add);
        }
        if (place.fresh()) {
            root.put(FRESH, true);
        }
        if (!place.then().isEmpty()) {
            root.put(THEN, place.then());
        }
        return json.writeValueAsString(root);
    }
}
