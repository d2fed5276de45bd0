package io.reelbench.engine.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites commands that read a joined whole, which no file holds, into commands that read its clips: what is copied comes from a list of
 * files, what is decoded from a graph that joins them. All that plans one clip plans a joined one by this.
 */
final class Unfolding {

    private static final Pattern MAP = Pattern.compile("(\\d+):(.*)");
    private static final Pattern PAD = Pattern.compile("\\[(\\d+):(\\d+)]");
    private static final Pattern LABEL = Pattern.compile("\\[([A-Za-z]\\w*)]");
    private static final Set<String> NUMBERED = Set.of("-map_metadata", "-map_chapters");
    /** A single picture needs no more of the clips than this, in microseconds. */
    private static final long FOR_ONE_PICTURE = 5_000_000;

    private final Reel reel;
    private final ReelList list;
    private final Capabilities can;
    private final Map<Boolean, Reel> grouped = new LinkedHashMap<>();
    private final List<Step> groups = new ArrayList<>();
    private boolean usesList;

    /** @param list what copied tracks come from */
    Unfolding(Reel reel, ReelList list, Capabilities can) {
        this.reel = reel;
        this.list = list;
        this.can = can;
    }

    /** What must be done before what was rewritten. */
    List<Step> before() {
        List<Step> steps = new ArrayList<>(usesList ? list.steps() : List.of());
        steps.addAll(groups);
        return steps;
    }

    /** The clips, or pieces of them where a run would have too many open. */
    private Reel few(Range part, boolean picture) {
        return ReelGroups.areMany(reel.in(part).size(), picture) ? grouped.computeIfAbsent(picture, this::grouped) : reel;
    }

    private Reel grouped(boolean picture) {
        ReelGroups made = new ReelGroups(reel, picture, can);
        Reel pieces = made.pieces();
        groups.addAll(made.steps());
        return pieces;
    }

    List<Step> of(List<Step> steps) {
        return steps.stream().map(this::step).toList();
    }

    private Step step(Step step) {
        return switch (step) {
            case Step.Run run -> run(run);
            case Step.Measure m ->
                new Step.Measure(m.placeholder(), m.measure(), command(m.command()), m.share(), m.mediaUs());
            case Step.Fit f -> new Step.Fit(f.product(), f.placeholder(), f.start(), f.least(), f.maxBytes(), f.fixedBytes(),
                    run(f.run()));
            case Step.Search s -> new Step.Search(s.placeholder(), s.metric(), s.target(), s.scale(), s.share(),
                    s.pieces().stream().map(this::command).toList(), command(s.trial()));
            case Step.IfLarger l -> new Step.IfLarger(l.bytes(), l.fail(), run(l.copy()), l.expect());
            default -> step;
        };
    }

    private Step.Run run(Step.Run run) {
        return new Step.Run(run.doing(), command(run.command()), run.share(), run.mediaUs());
    }

    Command command(Command command) {
        return command.inputs().stream().noneMatch(i -> i.file() instanceof Ref.Source) ? command : new One(command).done();
    }

    /** One command. */
    private final class One {

        private final Command command;
        private final List<Command.Input> inputs = new ArrayList<>();
        private final Map<Integer, Integer> moved = new LinkedHashMap<>();
        private final Map<Integer, Integer> lists = new LinkedHashMap<>();
        private final Map<Integer, ReelGraph> graphs = new LinkedHashMap<>();
        /** How often each decoded track is taken, by input and index. */
        private final Map<List<Integer>, Integer> takers = new LinkedHashMap<>();
        private final Map<List<Integer>, Integer> taken = new LinkedHashMap<>();
        private final List<String> behind = new ArrayList<>();
        private Optional<Integer> tags = Optional.empty();

        One(Command command) {
            this.command = command;
        }

        Command done() {
            count();
            for (int i = 0; i < command.inputs().size(); i++) {
                place(i, command.inputs().get(i));
            }
            List<Command.Output> outputs = command.outputs().stream()
                    .map(o -> new Command.Output(rewritten(o.arguments()), o.file())).toList();
            Optional<String> own = command.graph().map(this::rewritten);
            List<String> graph = new ArrayList<>(before());
            own.ifPresent(graph::add);
            graph.addAll(behind);
            List<Command.Input> beside = graphs.values().stream().flatMap(g -> g.beside().stream()).toList();
            return Command.of(List.copyOf(inputs), beside,
                    graph.isEmpty() ? Optional.empty() : Optional.of(String.join(";", graph)), outputs);
        }

        private boolean isReel(int input) {
            return input < command.inputs().size() && command.inputs().get(input).file() instanceof Ref.Source;
        }

        private void count() {
            command.graph().ifPresent(graph -> {
                Matcher pad = PAD.matcher(graph);
                while (pad.find()) {
                    took(Integer.parseInt(pad.group(1)), Integer.parseInt(pad.group(2)));
                }
            });
            for (Command.Output output : command.outputs()) {
                for (Mapped map : maps(output.arguments())) {
                    if (!map.copied) {
                        took(map.input, map.index);
                    }
                }
            }
        }

        private void took(int input, int index) {
            if (isReel(input)) {
                takers.merge(List.of(input, index), 1, Integer::sum);
            }
        }

        private void place(int number, Command.Input input) {
            if (!isReel(number)) {
                moved.put(number, inputs.size());
                inputs.add(input);
                return;
            }
            List<Mapped> copied = command.outputs().stream().flatMap(o -> maps(o.arguments()).stream())
                    .filter(m -> m.input == number && m.copied).toList();
            if (!copied.isEmpty()) {
                usesList = true;
                lists.put(number, inputs.size());
                inputs.add(list.input(input.arguments(), copied.stream().anyMatch(m -> !isPicture(m.index))));
            }
            List<Integer> decoded = takers.keySet().stream().filter(key -> key.getFirst() == number).map(List::getLast).toList();
            if (!decoded.isEmpty()) {
                Range part = part(input.arguments());
                Reel few = few(part, decoded.stream().anyMatch(Unfolding.this::isPicture));
                ReelGraph graph = new ReelGraph(few, part, inputs.size());
                graphs.put(number, graph);
                inputs.addAll(graph.inputs());
            }
        }

        private Range part(List<String> arguments) {
            long from = time(arguments, "-ss").orElse(0L);
            boolean one = command.outputs().stream()
                    .allMatch(o -> new Options(o.arguments()).first("-frames:v").filter("1"::equals).isPresent());
            long to = time(arguments, "-t").map(t -> from + t).orElse(one ? from + FOR_ONE_PICTURE : Range.OPEN);
            return new Range(from, to);
        }

        private static Optional<Long> time(List<String> arguments, String option) {
            return new Options(arguments).first(option).map(s -> new BigDecimal(s).movePointRight(6).longValue());
        }

        /** The graphs that join the clips, up to the labels that are taken. */
        private List<String> before() {
            List<String> all = new ArrayList<>();
            takers.forEach((key, count) -> {
                int input = key.getFirst();
                int index = key.getLast();
                String label = label(key, 0);
                String joined = count == 1 ? label : label + "_all";
                all.add(graphs.get(input).track(index, joined));
                if (count > 1) {
                    StringBuilder split = new StringBuilder("[" + joined + "]"
                            + (isPicture(index) ? "split=" : "asplit=") + count);
                    for (int i = 0; i < count; i++) {
                        split.append('[').append(label(key, i)).append(']');
                    }
                    all.add(split.toString());
                }
            });
            return all;
        }

        private static String label(List<Integer> key, int number) {
            return "whole%d_%d%s".formatted(key.getFirst(), key.getLast(), number == 0 ? "" : "_" + number);
        }

        private String next(int input, int index) {
            List<Integer> key = List.of(input, index);
            return "[" + label(key, taken.merge(key, 1, Integer::sum) - 1) + "]";
        }

        private String rewritten(String graph) {
            StringBuilder text = new StringBuilder();
            Matcher pad = PAD.matcher(graph);
            while (pad.find()) {
                int input = Integer.parseInt(pad.group(1));
                int index = Integer.parseInt(pad.group(2));
                pad.appendReplacement(text, Matcher.quoteReplacement(
                        isReel(input) ? next(input, index) : "[" + moved.get(input) + ":" + index + "]"));
            }
            return pad.appendTail(text).toString();
        }

        private List<String> rewritten(List<String> arguments) {
            Map<Integer, String> changed = new LinkedHashMap<>();
            Set<Integer> dropped = new LinkedHashSet<>();
            for (Mapped map : maps(arguments)) {
                int filter = arguments.indexOf("-filter:" + map.stream);
                if (map.copied) {
                    changed.put(map.at, lists.get(map.input) + ":" + list.stream(map.index));
                } else if (filter < 0) {
                    changed.put(map.at, next(map.input, map.index));
                } else {
                    changed.put(map.at, filtered(next(map.input, map.index), arguments.get(filter + 1)));
                    dropped.addAll(List.of(filter, filter + 1));
                }
            }
            List<String> all = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                String now = changed.getOrDefault(i, i == 0 ? arguments.get(i) : moved(arguments.get(i - 1), arguments.get(i)));
                if (!dropped.contains(i)) {
                    all.add(now);
                }
            }
            return List.copyOf(all);
        }

        /** Filters at an output cannot follow a graph: they become a part of it. */
        private String filtered(String pad, String filters) {
            String own = "out" + behind.size();
            behind.add(pad + LABEL.matcher(filters).replaceAll("[$1_" + own + "]") + "[" + own + "]");
            return "[" + own + "]";
        }

        /** A value that names an input by its number. */
        private String moved(String option, String value) {
            Matcher map = MAP.matcher(value);
            if (option.equals("-map") && map.matches()) {
                return moved.get(Integer.valueOf(map.group(1))) + ":" + map.group(2);
            } else if (NUMBERED.contains(option) && !value.startsWith("-")) {
                int number = Integer.parseInt(value);
                return Integer.toString(isReel(number) ? tags() : moved.get(number));
            }
            return value;
        }

        /** The input whose tags the whole has. */
        private int tags() {
            if (tags.isEmpty()) {
                Ref first = new Ref.Source(0);
                int there = inputs.stream().map(Command.Input::file).toList().indexOf(first);
                if (there < 0) {
                    inputs.add(new Command.Input(Inputs.demuxer(reel.clips().getFirst()), first));
                }
                tags = Optional.of(there < 0 ? inputs.size() - 1 : there);
            }
            return tags.get();
        }

        /** The tracks of a whole that an output takes. */
        private List<Mapped> maps(List<String> arguments) {
            List<Mapped> maps = new ArrayList<>();
            Map<String, Integer> streams = new LinkedHashMap<>();
            for (int i = 0; i + 1 < arguments.size(); i++) {
                Matcher map = MAP.matcher(arguments.get(i + 1));
                if (!arguments.get(i).equals("-map")) {
                    continue;
                }
                boolean whole = map.matches() && isReel(Integer.parseInt(map.group(1)));
                if (whole) {
                    int index = Integer.parseInt(map.group(2));
                    String kind = isPicture(index) ? "v" : "a";
                    int place = streams.merge(kind, 1, Integer::sum) - 1;
                    String stream = kind + ":" + place;
                    boolean copied = new Options(arguments).first("-c:" + stream).filter("copy"::equals).isPresent();
                    maps.add(new Mapped(i + 1, Integer.parseInt(map.group(1)), index, stream, copied));
                } else if (LABEL.matcher(arguments.get(i + 1)).matches()) {
                    streams.merge(arguments.get(i + 1).startsWith("[v") ? "v" : "a", 1, Integer::sum);
                }
            }
            return maps;
        }
    }

    private boolean isPicture(int index) {
        return reel.whole().video().filter(v -> v.index() == index).isPresent();
    }

    /**
     * A track that an output takes.
     *
     * @param at     where it stands among the arguments
     * @param stream of the output, such as {@code v:0}
     */
    private record Mapped(int at, int input, int index, String stream, boolean copied) {
    }
}
