package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Holds filter graphs against the list and writes them anew, each value with its name. */
final class GraphReader {

    private static final Rule SWITCHED = Rule.of("enable", "expr");

    /**
     * A filter that was understood.
     *
     * @param values by the options' first names
     */
    record Filter(String name, Map<String, String> values) {

        Optional<String> value(String option) {
            return Optional.ofNullable(values.get(option));
        }
    }

    private final AllowList list;
    private final Set<String> allowed;
    private final Consumer<Refusal> refuse;
    private final List<List<Filter>> chains = new ArrayList<>();

    /** @param allowed parts that a person allowed after being told */
    GraphReader(AllowList list, Set<String> allowed, Consumer<Refusal> refuse) {
        this.list = list;
        this.allowed = allowed;
        this.refuse = refuse;
    }

    /** The filters of all graphs that were read, chain by chain. */
    List<List<Filter>> chains() {
        return List.copyOf(chains);
    }

    /** The graph as it goes to ffmpeg; of no use when something was refused. */
    String read(String text) {
        try {
            return GraphParser.parse(text).chains().stream().map(this::chain).collect(Collectors.joining(";"));
        } catch (GraphParser.BadGraph wrong) {
            refuse.accept(new Refusal(text, Code.BAD_SYNTAX,
                    RawWords.BAD_GRAPH.with(wrong.getMessage().isBlank() ? text : wrong.getMessage()),
                    false));
            return "";
        }
    }

    private String chain(List<Graph.Node> nodes) {
        List<Filter> filters = new ArrayList<>();
        chains.add(filters);
        return nodes.stream().map(node -> node(node, filters)).collect(Collectors.joining(","));
    }

    private String node(Graph.Node node, List<Filter> into) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<AllowList.FilterRule> rule = list.filter(node.name());
        if (rule.isPresent()) {
            values(node, rule.get(), values);
        } else if (allowed.contains(node.name())) {
            return written(node,
                    node.values().stream().map(v -> v.name().map(n -> n + "=").orElse("") + escaped(v.text(), "\\':"))
                            .collect(Collectors.joining(":")));
        } else {
            refuse.accept(
                    new Refusal(node.name(), Code.NOT_AVAILABLE, list.because("filter", node.name()).with(node.name()), true));
        }
        into.add(new Filter(node.name(), Map.copyOf(values)));
        if (node.name().equals("drawtext")) {
            values.put("fontfile", RawCommand.FONT);
        }
        return written(node, values.entrySet().stream().map(v -> v.getKey() + "=" + escaped(v.getValue(), "\\':"))
                .collect(Collectors.joining(":")));
    }

    private static String written(Graph.Node node, String values) {
        return labels(node.from()) + node.name() + node.mark().map(m -> "@" + m).orElse("")
                + (values.isEmpty() ? "" : "=" + escaped(values, "\\'[],;")) + labels(node.to());
    }

    private static String labels(List<String> labels) {
        return labels.stream().map(label -> "[" + label + "]").collect(Collectors.joining());
    }

    private static String escaped(String text, String special) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(special.indexOf(c) >= 0 ? "\\" : "").append((char) c));
        return out.toString();
    }

    private void values(Graph.Node node, AllowList.FilterRule rule, Map<String, String> into) {
        int place = 0;
        for (Graph.Value value : node.values()) {
            Optional<Rule> option = value.name().isPresent()
                    ? named(node, rule, value.name().get())
                    : placed(node, rule, place, value);
            place = value.name().isPresent() ? Integer.MAX_VALUE : place == Integer.MAX_VALUE ? place : place + 1;
            option.ifPresent(known -> value(node, known, value, into));
        }
    }

    private Optional<Rule> placed(Graph.Node node, AllowList.FilterRule rule, int place, Graph.Value value) {
        if (place < rule.options().size()) {
            return Optional.of(rule.options().get(place));
        }
        RawWords why = place == Integer.MAX_VALUE ? RawWords.NAMELESS_AFTER : RawWords.TOO_MANY_VALUES;
        refuse.accept(new Refusal(node.name(), Code.BAD_SYNTAX, why.with(node.name(), value.text()), false));
        return Optional.empty();
    }

    private Optional<Rule> named(Graph.Node node, AllowList.FilterRule rule, String name) {
        Optional<Rule> option = rule.options().stream().filter(o -> o.names().contains(name)).findFirst();
        if (option.isPresent()) {
            return option;
        } else if (name.equals("enable") && rule.timed()) {
            return Optional.of(SWITCHED);
        }
        String part = node.name() + " " + name;
        RawWords why = name.equals("enable") ? RawWords.NO_TIMELINE : RawWords.NOT_LISTED;
        refuse.accept(new Refusal(part, Code.UNKNOWN_OPTION, why.with(part), false));
        return Optional.empty();
    }

    private void value(Graph.Node node, Rule rule, Graph.Value value, Map<String, String> into) {
        String part = node.name() + " " + value.name().orElse(rule.name());
        String text = value.text().strip();
        if (rule.grammar() == Grammar.REFUSED && !allowed.contains(part)) {
            refuse.accept(new Refusal(part, Code.NOT_AVAILABLE, RawWords.READS.with(part), true));
        } else if (rule.grammar() != Grammar.REFUSED && !rule.fits(text)) {
            refuse.accept(new Refusal(part, Code.UNKNOWN_VALUE, RawWords.BAD_VALUE.with(part, text, rule.expected()), false));
        } else {
            into.put(rule.name(), text);
        }
    }
}
