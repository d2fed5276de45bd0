package io.reelbench.engine.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of a schema that several operations have alike: they stand once, and each refers to them. */
final class SharedParts {

    private record Use(Consumer<ObjectNode> place) {
    }

    private final String section;
    /** By name, then by content, which differs where defaults do. */
    private final Map<String, Map<ObjectNode, List<Use>>> uses = new TreeMap<>();

    SharedParts(String section) {
        this.section = section;
    }

    void put(ObjectNode into, String name, ObjectNode part) {
        into.set(name, part); // keeps its place
        use(name, part, now -> into.set(name, now));
    }

    void add(ArrayNode into, String name, ObjectNode part) {
        int at = into.size();
        into.add(part);
        use(name, part, now -> into.set(at, now));
    }

    private void use(String name, ObjectNode part, Consumer<ObjectNode> place) {
        uses.computeIfAbsent(name, _ -> new LinkedHashMap<>()).computeIfAbsent(part, _ -> new ArrayList<>()).add(new Use(place));
    }

    /** Replaces what is used more than once by references, and adds what they refer to: flat, since a definition is a schema itself. */
    void define(ObjectNode definitions, JsonMapper json) {
        uses.forEach((name, contents) -> {
            int number = 1;
            for (Map.Entry<ObjectNode, List<Use>> one : contents.entrySet()) {
                if (one.getValue().size() > 1) {
                    String called = section + "." + name + (number == 1 ? "" : "." + number);
                    number++;
                    definitions.set(called, one.getKey());
                    one.getValue().forEach(
                            use -> use.place.accept(json.createObjectNode().put("$ref", "#/$defs/" + called)));
                }
            }
        });
    }
}
