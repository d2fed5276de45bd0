package io.reelbench.engine.local;

import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Output wishes as JSON, by the same schema as every other option. */
public final class WishReader {

    private final Schema<OutputWish> schema = Schema.of(OutputWish.class);
    private final JsonMapper json = JsonMapper.builder().build();

    public OutputWish read(String text) throws FailedException {
        Map<String, List<String>> given = new LinkedHashMap<>();
        try {
            JsonNode root = json.readTree(text);
            root.propertyStream().forEach(p -> given.put(p.getKey(), List.of(p.getValue().asString())));
        } catch (JacksonException broken) {
            throw new FailedException(new Failure.Internal("the stored output wish cannot be read"), broken);
        }
        Reading<OutputWish> reading = schema.read(given);
        return reading.value().orElseThrow(() -> new FailedException(new Failure.Invalid("output", reading.problems())));
    }

    public String write(OutputWish wish) {
        ObjectNode root = json.createObjectNode();
        schema.write(wish).forEach((key, values) -> root.put(key, values.getFirst()));
        return json.writeValueAsString(root);
    }
}
