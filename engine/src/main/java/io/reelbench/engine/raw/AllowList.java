package io.reelbench.engine.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What written commands may say, as {@code options.txt} and {@code filters.txt} list it. Whatever is not there is refused. */
public final class AllowList {

    /** The one list; it never changes. */
    public static final AllowList LIST = new AllowList();

    /**
     * A filter.
     *
     * @param timed   whether it knows {@code enable}
     * @param options in ffmpeg's own order, by which values without a name are counted
     */
    record FilterRule(String name, boolean timed, List<Rule> options) {
    }

    /**
     * An option of the command.
     *
     * @param places where it may stand: i before an input, o before an output, g anywhere
     */
    record OptionRule(String places, Rule rule) {
    }

    private final Map<String, FilterRule> filters = new HashMap<>();
    private final Map<String, OptionRule> options = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, String> muxers = new HashMap<>();
    private final Map<String, String> stills = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Map<String, Set<String>> params = new HashMap<>();
    private final Map<String, RawWords> because = new HashMap<>();

    private AllowList() {
        lines("options.txt");
        lines("filters.txt");
    }

    private void lines(String resource) {
        try (InputStream in = AllowList.class.getResourceAsStream(resource)) {
            new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> List.of(line.strip().split(" ")))
                    .forEach(words -> line(words.getFirst(), words.subList(1, words.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String kind, List<String> words) {
        String first = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        switch (kind) {
            case "option" -> options.put(first, new OptionRule(rest.getFirst(), Rule.of(first, rest.get(1))));
            case "alias" -> aliases.put(first, rest.getFirst());
            case "muxer" -> rest.forEach(ending -> muxers.put(ending, first));
            case "still" -> stills.put(first, rest.getFirst());
            case "params" -> params.put(first, Set.copyOf(rest));
            case "filter" -> filter(first, rest);
            case "because" -> rest.subList(1, rest.size())
                    .forEach(name -> because.put(rest.getFirst() + " " + name, reason(first)));
            default -> sets.computeIfAbsent(kind, _ -> new HashSet<>()).addAll(words);
        }
    }

    private static RawWords reason(String word) {
        return switch (word) {
            case "reads" -> RawWords.READS;
            case "writes" -> RawWords.WRITES;
            case "network" -> RawWords.NETWORK;
            case "device" -> RawWords.DEVICE;
            case "program" -> RawWords.PROGRAM;
            case "ours" -> RawWords.OURS;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private void filter(String first, List<String> rest) {
        boolean timed = first.endsWith("+");
        String name = timed ? first.substring(0, first.length() - 1) : first;
        List<Rule> rules = new ArrayList<>();
        for (String option : rest) {
            int colon = option.indexOf(':');
            rules.add(Rule.of(option.substring(0, colon), option.substring(colon + 1)));
        }
        filters.put(name, new FilterRule(name, timed, List.copyOf(rules)));
    }

    Optional<FilterRule> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    Optional<OptionRule> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The usual name of an option with its stream: {@code vf} is {@code filter:v}. */
    String usual(String name) {
        return aliases.getOrDefault(name, name);
    }

    /** The muxer of a file ending; empty when nothing of the kind is written. */
    Optional<String> muxer(String ending) {
        return Optional.ofNullable(muxers.get(ending));
    }

    boolean writes(String muxer) {
        return muxers.containsValue(muxer);
    }

    boolean reads(String demuxer) {
        return sets.get("demuxers").contains(demuxer);
    }

    boolean encodes(String encoder) {
        return sets.get("encoders").contains(encoder);
    }

    boolean changes(String bitstreamFilter) {
        return sets.get("bsfs").contains(bitstreamFilter);
    }

    /** What a picture of this ending is encoded with; empty for what is no picture of its own. */
    Optional<String> still(String ending) {
        return Optional.ofNullable(stills.get(ending));
    }

    /** Whether a parameter may be given to an encoder's own list of parameters. */
    boolean takes(Grammar list, String key) {
        return params.get(list.name().toLowerCase(Locale.ROOT)).contains(key);
    }

    /** Why something that is not on the list is refused. @param kind option, filter or format */
    RawWords because(String kind, String name) {
        return because.getOrDefault(kind + " " + name, RawWords.NOT_LISTED);
    }

    /** All endings of outputs, for people. */
    String endings() {
        return String.join(", ", muxers.keySet().stream().sorted().toList());
    }

    /** The names of a kind ({@code filter}, {@code option}, {@code muxer}, {@code encoders}, …), for comparing with a build. */
    public Set<String> names(String kind) {
        return switch (kind) {
            case "filter" -> Set.copyOf(filters.keySet());
            case "option" -> Set.copyOf(options.keySet());
            case "alias" -> Set.copyOf(aliases.keySet());
            case "muxer" -> Set.copyOf(muxers.values());
            default -> Set.copyOf(sets.getOrDefault(kind, Set.of()));
        };
    }

    /** All names of a filter's options that are allowed, and of those that are refused. */
    public Set<String> optionsOf(String filter, boolean allowed) {
        Set<String> names = new HashSet<>();
        filter(filter).ifPresent(rule -> rule.options().stream()
                .filter(option -> option.grammar() != Grammar.REFUSED == allowed)
                .forEach(option -> names.addAll(option.names())));
        return names;
    }
}
