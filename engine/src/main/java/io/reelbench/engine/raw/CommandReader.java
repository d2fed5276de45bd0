package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a written command against the {@link AllowList}: each word is an option on the list with a value of its kind, a placeholder right
 * after {@code -i}, or a placeholder of an output. Whatever else it finds is refused with its name and the reason; all of it at once.
 */
public final class CommandReader {

    /**
     * What came of reading.
     *
     * @param command  empty when anything was refused
     * @param refusals all of them
     */
    public record Reading(Optional<RawCommand> command, List<Refusal> refusals) {
    }

    private static final Set<String> DROPPED = Set.of("hide_banner", "nostdin", "nostats");
    private static final String INSIDE = "[\\p{L}\\p{N}_][\\p{L}\\p{N} _-]{0,59}(%0?[1-9]?d)?[\\p{L}\\p{N} _-]{0,59}\\.([a-z0-9]{1,5})";

    private final Files files;
    private final Set<String> allowed;
    private final AllowList list = AllowList.LIST;
    private final List<Refusal> refusals = new ArrayList<>();
    private final GraphReader graphs;
    private final ValueReader values;

    private final List<RawCommand.In> inputs = new ArrayList<>();
    private final List<RawCommand.Out> outputs = new ArrayList<>();
    private final List<String> graph = new ArrayList<>();
    private final List<Given> waiting = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private List<String> words = List.of();
    private int at;

    /** @param allowed parts that a person allowed for this run, after being told what they open */
    public CommandReader(Files files, Set<String> allowed) {
        this.files = files;
        this.allowed = Set.copyOf(allowed);
        this.graphs = new GraphReader(list, this.allowed, refusals::add);
        this.values = new ValueReader(list, graphs, this.allowed, refusals::add);
    }

    /** @param bounds what its inputs are, which tells how much memory filters take */
    public Reading read(CommandText text, Bounds.Scenes bounds) {
        words = completed(text.words());
        for (at = 0; at < words.size(); at++) {
            word(words.get(at));
        }
        waiting.forEach(g -> refuse(g.word(), Code.BAD_SYNTAX, RawWords.LEFT_OVER.with(g.word())));
        whole();
        if (refusals.isEmpty()) {
            new Bounds(inputs, outputs, graphs.chains(), bounds).exceeded().stream().filter(r -> !allowed.contains(r.part()))
                    .forEach(refusals::add);
        }
        boolean letters = graphs.chains().stream().flatMap(List::stream).anyMatch(f -> f.name().equals("drawtext"));
        return new Reading(refusals.isEmpty()
                ? Optional.of(new RawCommand(List.copyOf(inputs),
                        graph.isEmpty() ? Optional.empty() : Optional.of(String.join(";", graph)),
                        List.copyOf(outputs), letters))
                : Optional.empty(), List.copyOf(refusals));
    }

    /** Where no placeholder stands, the words are what stands between input and output. */
    private List<String> completed(List<String> given) {
        if (given.stream().anyMatch(w -> w.contains("{{") || w.equals("-i"))) {
            return given;
        }
        String out = files.outputs().isEmpty() ? "out_1" : files.outputs().getFirst().name();
        return Stream.of(Stream.of("-i", "{{in_1}}"), given.stream(), Stream.of("{{" + out + "}}")).flatMap(s -> s).toList();
    }

    private void refuse(String part, Code code, Text why) {
        refusals.add(new Refusal(part, code, why, false));
    }

    private void word(String word) {
        switch (Token.of(word)) {
            case Token.Placeholder(String name, var inside) -> output(word, name, inside);
            case Token.FromFile(String from) -> refuse(from, Code.NOT_AVAILABLE, RawWords.FROM_FILE.with(from));
            case Token.Plain(String plain) -> refuse(plain, Code.BAD_SYNTAX, RawWords.BARE.with(plain));
            case Token.Option(String name, String stream) -> {
                if (word.equals("-i")) {
                    input();
                } else {
                    option(word, name, stream);
                }
            }
        }
    }

    private Optional<String> taken() {
        return at + 1 < words.size() ? Optional.of(words.get(++at)) : Optional.empty();
    }

    private void input() {
        String next = taken().orElse("");
        if (Token.of(next) instanceof Token.Placeholder(String name, var inside) && inside.isEmpty()) {
            if (!files.inputs().contains(name)) {
                refuse(next, Code.MISSING_FILE, RawWords.NO_INPUT.with(next));
            }
            used.add(name);
            inputs.add(new RawCommand.In(name, arguments('i')));
        } else {
            refuse("-i " + next, Code.BAD_SYNTAX, RawWords.BARE.with(next.isEmpty() ? "-i" : next));
            waiting.clear();
        }
    }

    private void option(String word, String name, String stream) {
        String usual = list.usual(list.option(name + stream).isPresent() ? name + stream : name);
        int colon = usual.indexOf(':');
        String plain = colon < 0 ? usual : usual.substring(0, colon);
        Optional<AllowList.OptionRule> known = list.option(plain);
        if (known.isPresent()) {
            Rule rule = known.get().rule();
            Optional<String> value = rule.grammar() == Grammar.SWITCH ? Optional.empty() : taken();
            if (value.isEmpty() && rule.grammar() != Grammar.SWITCH) {
                refuse(word, Code.REQUIRED, RawWords.NO_VALUE.with(word));
            }
            waiting.add(new Given(word, plain, colon < 0 ? stream : usual.substring(colon) + stream,
                    value.map(v -> values.read(word, rule, v)), known.get().places()));
            return;
        }
        // nobody knows whether it takes a value: what looks like one goes with it
        boolean valued = at + 1 < words.size() && !words.get(at + 1).startsWith("-") && !words.get(at + 1).startsWith("{{");
        Optional<String> value = valued ? taken() : Optional.empty();
        if (allowed.contains(word)) {
            waiting.add(new Given(word, name, stream, value, ""));
        } else {
            refusals.add(new Refusal(word, Code.UNKNOWN_OPTION, list.because("option", name).with(word), true));
        }
    }

    /** The options that stand before a file; those of the whole command go to its first output. */
    private List<String> arguments(char place) {
        List<String> arguments = new ArrayList<>();
        List<Given> later = new ArrayList<>();
        for (Given given : waiting) {
            if (!given.mayStand(place)) {
                refuse(given.word(), Code.BAD_SYNTAX,
                        (place == 'i' ? RawWords.WRONG_PLACE_IN : RawWords.WRONG_PLACE_OUT).with(given.word()));
            } else if (given.name().equals("filter_complex")) {
                given.value().ifPresent(graph::add);
            } else if (DROPPED.contains(given.name())) {
                continue;
            } else if (place == 'i' && given.places().contains("g")) {
                later.add(given);
            } else if (given.name().equals("f")) {
                arguments.addAll(format(given, place));
            } else {
                arguments.addAll(given.arguments());
            }
        }
        waiting.clear();
        waiting.addAll(later);
        return List.copyOf(arguments);
    }

    private List<String> format(Given given, char place) {
        String value = given.value().orElse("");
        String part = "-f " + value;
        boolean fits = place == 'i' ? list.reads(value) : list.writes(value);
        if (!fits && !allowed.contains(part)) {
            refusals.add(new Refusal(part, Code.NOT_AVAILABLE, list.because("format", value).with(part), true));
        }
        return given.arguments();
    }

    private void output(String word, String name, Optional<String> inside) {
        Optional<OutputFile> file = files.output(name);
        if (file.isEmpty()) {
            refuse(word, Code.UNKNOWN_VALUE, (files.isFolder() ? RawWords.NOT_IN_FOLDER : RawWords.NO_OUTPUT).with(word));
            waiting.clear();
            return;
        }
        boolean folder = file.get().isFolder();
        if (folder != inside.isPresent() || folder && !inside.get().matches(INSIDE)) {
            refuse(word, Code.BAD_SYNTAX, (folder ? RawWords.BAD_INSIDE : RawWords.FOLDER_ONLY).with(word));
        } else if (!used.add(word) || files.inputs().contains(name)) {
            refuse(word, Code.CHOOSE_ONE, RawWords.TWICE.with(word));
        }
        used.add(name);
        String ending = inside.map(i -> i.substring(i.lastIndexOf('.') + 1)).orElse(file.get().ending());
        Optional<String> muxer = list.muxer(ending);
        List<String> arguments = arguments('o');
        if (muxer.isEmpty()) {
            refuse(word, Code.NOT_AVAILABLE, RawWords.NO_ENDING.with("." + ending, list.endings()));
        } else {
            outputs.add(new RawCommand.Out(name, inside, ending, written(arguments, muxer.get(), ending, inside.isPresent())));
        }
    }

    /** What must be said because a part file has no telling name. */
    private List<String> written(List<String> given, String muxer, String ending, boolean many) {
        List<String> all = new ArrayList<>(given);
        Optional<String> still = list.still(ending);
        if (still.isPresent()) {
            if (given.stream().noneMatch(a -> a.equals("-c") || a.startsWith("-c:v") || a.equals("-c:0"))) {
                all.addAll(List.of("-c:v", still.get()));
            }
            if (!many && !given.contains("-update")) {
                all.addAll(List.of("-update", "1"));
            }
        }
        if (!given.contains("-f")) {
            all.addAll(List.of("-f", muxer));
        }
        return List.copyOf(all);
    }

    private void whole() {
        if (inputs.isEmpty() && refusals.isEmpty()) {
            refuse("-i", Code.REQUIRED, RawWords.NO_INPUTS.with());
        }
        if (outputs.isEmpty() && refusals.isEmpty()) {
            refuse("{{out_1}}", Code.REQUIRED, RawWords.NO_OUTPUTS.with());
        }
        Stream.concat(files.inputs().stream().filter(name -> !name.equals("in_1")),
                files.outputs().stream().map(OutputFile::name))
                .filter(name -> !used.contains(name) && refusals.isEmpty()).sorted().toList()
                .forEach(name -> refuse(name, Code.NEEDS_OTHER, RawWords.UNUSED.with("{{" + name + "}}")));
    }
}
