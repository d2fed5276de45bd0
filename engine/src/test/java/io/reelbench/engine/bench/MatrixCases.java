package io.reelbench.engine.bench;

import io.reelbench.engine.operation.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that {@code matrix.json} keeps, for each operation that the catalogue has; one without settings runs as it comes. */
final class MatrixCases {

    private MatrixCases() {}

    static List<MatrixCase> of(Catalog catalog) throws IOException {
        Set<String> there = catalog.entries().stream().map(e -> e.about().id()).collect(Collectors.toSet());
        List<MatrixCase> cases = new ArrayList<>();
        try (InputStream in = MatrixCases.class.getResourceAsStream("matrix.json")) {
            JsonNode root = JsonMapper.shared().readTree(in);
            Map<String, String> words = new HashMap<>();
            root.path("words").propertyStream().forEach(p -> words.put(p.getKey(), p.getValue().toString()));
            for (JsonNode one : root.path("cases").values()) {
                if (there.contains(one.path("operation").asString())) {
                    cases.add(read(one, words));
                }
            }
        }
        Set<String> told = cases.stream().map(MatrixCase::operation).collect(Collectors.toSet());
        there.stream().filter(id -> !told.contains(id)).sorted().forEach(
                id -> cases.add(new MatrixCase(id, "defaults", true, List.of("{\"op\":\"" + id + "\"}"), Map.of())));
        return List.copyOf(cases);
    }

    private static MatrixCase read(JsonNode one, Map<String, String> words) {
        boolean everywhere = one.has("all");
        List<String> steps = one.path(everywhere ? "all" : "families").valueStream()
                .map(step -> step.isString() ? step.asString() : step.toString()).toList();
        return new MatrixCase(one.path("operation").asString(), one.path("name").asString(), everywhere, steps, words);
    }
}
