package io.reelbench.engine.cloud.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where something stands in an answer: the first of these places that holds a text or a number. */
public record At(List<JsonPointer> places) {

    public static At of(String... pointers) {
        return new At(Arrays.stream(pointers).map(JsonPointer::compile).toList());
    }

    /** What stands there as text: services write ids as numbers or as text, as they like. */
    public Optional<String> in(JsonNode answer) {
        return places.stream().map(answer::at).filter(node -> node.isString() || node.isNumber()).map(JsonNode::asString)
                .filter(text -> !text.isBlank()).findFirst();
    }
}
