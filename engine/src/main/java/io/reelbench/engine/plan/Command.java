package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of ffmpeg as data: never a string, never a shell. Arguments may hold placeholders ({@link #value}) which an earlier step fills.
 *
 * @param inputs  in order; each is guarded by the allow-lists of {@link Guarded}
 * @param graph   the filter graph, when there is one
 * @param outputs in order
 */
public record Command(List<Input> inputs, Optional<String> graph, List<Output> outputs) {

    /** What stands before every command: no questions (a run writes only to names that we made), no terminal, only warnings, each with its level. */
    private static final List<String> ALWAYS = List.of("-hide_banner", "-nostdin", "-y", "-loglevel", "level+warning",
            "-nostats");

    /** An input file with the options that stand before its {@code -i}. */
    public record Input(List<String> arguments, Ref file) {
    }

    /** An output file with the options that stand before it; these name the muxer with {@code -f}, since a part file has no telling name. */
    public record Output(List<String> arguments, Ref file) {
    }

    /** Stands in an output's arguments, and in the graph, for the number of an input that lies beside the clips. */
    static String input(Input input) {
        return "@<" + String.join(" ", input.arguments()) + " " + input.file() + ">";
    }

    /** With further inputs behind the clips: each once, and named by its number wherever {@link #input} stands for it. */
    static Command of(List<Input> clips, List<Input> beside, Optional<String> graph, List<Output> outputs) {
        if (beside.isEmpty()) {
            return new Command(clips, graph, outputs);
        }
        List<Input> all = new ArrayList<>(clips);
        beside.stream().distinct().forEach(all::add);
        List<Output> numbered = outputs.stream()
                .map(o -> new Output(o.arguments().stream().map(a -> numbered(a, all)).toList(), o.file())).toList();
        return new Command(List.copyOf(all), graph.map(g -> numberedAll(g, all)), numbered);
    }

    private static String numberedAll(String graph, List<Input> all) {
        String now = graph;
        for (int i = 0; i < all.size() && now.contains("@<"); i++) {
            now = now.replace(input(all.get(i)), Integer.toString(i));
        }
        return now;
    }

    private static String numbered(String argument, List<Input> all) {
        for (int i = 0; i < all.size(); i++) {
            String mark = input(all.get(i));
            if (argument.startsWith(mark)) {
                return i + argument.substring(mark.length());
            }
        }
        return argument;
    }

    /** The placeholder for a value that is only known while the plan runs. */
    public static String value(String name) {
        return "@{" + name + "}";
    }

    /** The name that a placeholder stands for. */
    static String named(String value) {
        return value.substring(2, value.length() - 1);
    }

    /** The argument list, without the program itself. */
    public List<String> arguments(Function<Ref, String> where, Map<String, String> values) {
        List<String> all = new ArrayList<>(ALWAYS);
        for (Input input : inputs) {
            all.addAll(Guarded.beforeInput(input));
            all.addAll(input.arguments());
            all.add("-i");
            all.add("file:" + where.apply(input.file()));
        }
        graph.ifPresent(g -> all.addAll(List.of("-filter_complex", g)));
        for (Output output : outputs) {
            all.addAll(output.arguments());
            all.add(output.file() instanceof Ref.Nowhere ? "-" : "file:" + where.apply(output.file()));
        }
        all.replaceAll(argument -> filled(argument, values));
        return List.copyOf(all);
    }

    private static String filled(String argument, Map<String, String> values) {
        if (!argument.contains("@{")) {
            return argument;
        }
        String filled = argument;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value(value.getKey()), value.getValue());
        }
        return filled;
    }
}
