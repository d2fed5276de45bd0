package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Looks for filters that keep frames, and for sources that never end: each needs a bound that can be seen in the command or in the clips. */
public final class Bounds {

    /** What the inputs are, by the names of their placeholders. */
    @FunctionalInterface
    public interface Scenes extends Function<String, Scene> {
    }

    /**
     * What an input is.
     *
     * @param seconds its length; infinite where nobody knows
     * @param pixels  of a frame; 0 without a picture
     * @param rate    frames per second
     * @param still   whether it is a picture
     */
    public record Scene(double seconds, double pixels, double rate, boolean still) {

        /** An input of which nothing is known. */
        public static final Scene UNKNOWN = new Scene(Double.POSITIVE_INFINITY, 1920 * 1080, 60, false);
    }

    private static final double MOST_MEMORY = 2e9;
    private static final double BYTES_A_PIXEL = 4;
    private static final double BYTES_A_SECOND = 48_000 * 8 * 4;
    private static final double MEGA = 1e6;
    private static final double LONGEST_DELAY = 600_000;
    private static final int MOST_BRANCHES = 64;
    private static final int LONGEST_SIDE = 16_384;
    private static final double MOST_ENDS = 1e9;
    private static final Set<String> SOURCES = Set.of("color", "smptebars", "smptehdbars", "testsrc", "testsrc2", "nullsrc",
            "gradients",
            "rgbtestsrc", "yuvtestsrc", "pal75bars", "colorchart", "anoisesrc", "anullsrc", "sine");
    private static final Map<String, String> BRANCHES = Map.ofEntries(Map.entry("split", "outputs"),
            Map.entry("asplit", "outputs"),
            Map.entry("hstack", "inputs"), Map.entry("vstack", "inputs"), Map.entry("xstack", "inputs"),
            Map.entry("mix", "inputs"),
            Map.entry("amix", "inputs"), Map.entry("amerge", "inputs"), Map.entry("join", "inputs"),
            Map.entry("xmedian", "inputs"),
            Map.entry("interleave", "nb_inputs"), Map.entry("concat", "n"), Map.entry("acrossfade", "inputs"));

    private final List<RawCommand.In> inputs;
    private final List<RawCommand.Out> outputs;
    private final List<List<GraphReader.Filter>> chains;
    private final Scenes scenes;
    private final List<Refusal> exceeded = new ArrayList<>();

    Bounds(List<RawCommand.In> inputs, List<RawCommand.Out> outputs, List<List<GraphReader.Filter>> chains, Scenes scenes) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.chains = chains;
        this.scenes = scenes;
    }

    List<Refusal> exceeded() {
        for (RawCommand.In input : inputs) {
            endless(input);
        }
        for (List<GraphReader.Filter> chain : chains) {
            for (int i = 0; i < chain.size(); i++) {
                filter(chain.get(i), chain.subList(0, i));
            }
        }
        return List.copyOf(exceeded);
    }

    private void refuse(String part, Code code, Text why) {
        exceeded.add(new Refusal(part, code, why, true));
    }

    private void endless(RawCommand.In input) {
        Options options = new Options(input.arguments());
        boolean bounded = options.has("-t") || options.has("-to");
        if (!bounded && options.number("-loop").orElse(0) != 0) {
            ended("-loop");
        } else if (!bounded && Math.abs(options.number("-stream_loop").orElse(0)) > 0) {
            ended("-stream_loop");
        }
    }

    /** Refused unless every output ends by itself, or with a clip that does. */
    private void ended(String part) {
        boolean clip = inputs.stream().anyMatch(in -> !isEndless(in) && !scenes.apply(in.name()).still());
        boolean within = chains.stream().flatMap(List::stream)
                .anyMatch(f -> f.value("shortest").filter(v -> v.matches("1|true|yes")).isPresent()
                        || f.value("duration").filter(v -> v.matches("first|shortest")).isPresent());
        boolean all = outputs.stream().map(o -> new Options(o.arguments())).allMatch(o -> o.has("-t") || o.has("-to")
                || o.has("-frames") || o.has("-fs") || clip && (within || o.has("-shortest")));
        if (!all) {
            refuse(part, Code.OUT_OF_RANGE, RawWords.ENDLESS.with(part));
        }
    }

    private static boolean isEndless(RawCommand.In input) {
        Options options = new Options(input.arguments());
        return options.number("-loop").orElse(0) != 0 || options.number("-stream_loop").orElse(0) != 0;
    }

    private void filter(GraphReader.Filter filter, List<GraphReader.Filter> before) {
        large(filter);
        String name = filter.name();
        switch (name) {
            case "reverse" -> kept(name, seconds(before) * rate() * frame(before));
            case "areverse" -> kept(name, seconds(before) * BYTES_A_SECOND);
            case "loop" -> repeated(filter, "size", frame(before));
            case "aloop" -> repeated(filter, "size", Double.BYTES * 8.0);
            case "tile" -> tile(filter, frame(before));
            case "thumbnail" -> kept(name, number(filter, "n", 100) * frame(before));
            case "tpad" -> {
                if (number(filter, "stop", 0) < 0) {
                    ended(name);
                }
            }
            case "apad" -> {
                if (Stream.of("whole_len", "pad_len", "whole_dur", "pad_dur").noneMatch(o -> filter.value(o).isPresent())) {
                    ended(name);
                }
            }
            case "zoompan" -> {
                boolean film = inputs.stream().anyMatch(in -> !scenes.apply(in.name()).still() || isEndless(in));
                if (film && !filter.value("d").orElse("90").equals("1")) {
                    ended(name);
                }
            }
            case "adelay", "aecho" -> delays(filter);
            default -> {
                if (SOURCES.contains(name) && filter.value("duration").isEmpty() && filter.value("d").isEmpty()) {
                    ended(name);
                }
            }
        }
    }

    /** Numbers that nobody means and that ffmpeg would take. */
    private void large(GraphReader.Filter filter) {
        String branches = BRANCHES.get(filter.name());
        if (branches != null && number(filter, branches, 2) > MOST_BRANCHES) {
            tooLarge(filter, branches, MOST_BRANCHES);
        }
        for (String side : List.of("w", "h", "width", "height", "out_w", "out_h")) {
            if (number(filter, side, 0) > LONGEST_SIDE) {
                tooLarge(filter, side, LONGEST_SIDE);
            }
        }
    }

    private void tooLarge(GraphReader.Filter filter, String option, int most) {
        refuse(filter.name() + " " + option, Code.OUT_OF_RANGE,
                RawWords.TOO_LARGE.with(filter.name() + " " + option, filter.value(option).orElse(""), most));
    }

    private void kept(String part, double bytes) {
        if (Double.isInfinite(bytes)) {
            refuse(part, Code.OUT_OF_RANGE, RawWords.UNBOUND_UNKNOWN.with(part));
        } else if (bytes > MOST_MEMORY) {
            refuse(part, Code.OUT_OF_RANGE, RawWords.UNBOUND.with(part, Math.round(bytes / MEGA) + " MB"));
        }
    }

    private void repeated(GraphReader.Filter filter, String option, double bytes) {
        if (filter.value(option).isEmpty()) {
            refuse(filter.name(), Code.REQUIRED, RawWords.NO_SIZE.with(filter.name(), option));
        } else {
            kept(filter.name(), number(filter, option, Double.POSITIVE_INFINITY) * bytes);
        }
        double times = number(filter, "loop", 0);
        if (times < 0 || times > MOST_ENDS) {
            ended(filter.name());
        }
    }

    private void tile(GraphReader.Filter filter, double frame) {
        String[] layout = filter.value("layout").orElse("6x5").split("x");
        boolean numbers = layout.length == 2 && Stream.of(layout).allMatch(n -> n.matches("\\d{1,5}"));
        kept("tile", numbers ? Double.parseDouble(layout[0]) * Double.parseDouble(layout[1]) * frame : Double.POSITIVE_INFINITY);
    }

    private void delays(GraphReader.Filter filter) {
        String longest = Stream.of(filter.value("delays").orElse("0").split("\\|")).filter(d -> !isShort(d)).findFirst()
                .orElse("");
        if (!longest.isEmpty()) {
            String part = filter.name() + " delays";
            refuse(part, Code.OUT_OF_RANGE, RawWords.TOO_LARGE.with(part, longest, Math.round(LONGEST_DELAY)));
        }
    }

    private static boolean isShort(String delay) {
        double number = Options.read(delay.replaceAll("[sS]$", "")).orElse(Double.MAX_VALUE);
        return (delay.endsWith("s") ? number * 1000 : delay.endsWith("S") ? number / 8 : number) <= LONGEST_DELAY;
    }

    private static double number(GraphReader.Filter filter, String option, double usual) {
        return filter.value(option).map(v -> Options.read(v).orElse(usual)).orElse(usual);
    }

    private Stream<Scene> seen() {
        return inputs.stream().map(in -> scenes.apply(in.name()));
    }

    private double rate() {
        DoubleStream asked = chains.stream().flatMap(List::stream)
                .filter(f -> f.name().equals("fps") || f.name().equals("minterpolate"))
                .mapToDouble(f -> number(f, "fps", 0));
        return DoubleStream.concat(asked, seen().mapToDouble(Scene::rate)).max().orElse(0);
    }

    /** Bytes of the largest frame that can come this far, as far as sizes are numbers. */
    private double frame(List<GraphReader.Filter> before) {
        DoubleStream asked = before.stream().mapToDouble(f -> number(f, f.name().equals("pad") ? "width" : "w", 0)
                * number(f, f.name().equals("pad") ? "height" : "h", 0));
        double[] sizes = asked.filter(pixels -> pixels > 0).toArray();
        return BYTES_A_PIXEL * (sizes.length > 0 ? sizes[sizes.length - 1] : seen().mapToDouble(Scene::pixels).max().orElse(0));
    }

    /** How long what comes this far can be. */
    private double seconds(List<GraphReader.Filter> before) {
        double cut = before.stream().filter(f -> f.name().equals("trim") || f.name().equals("atrim")).mapToDouble(this::cut).min()
                .orElse(Double.POSITIVE_INFINITY);
        double read = inputs.stream().mapToDouble(in -> {
            Options options = new Options(in.arguments());
            OptionalDouble asked = options.seconds("-t").isPresent() ? options.seconds("-t") : options.seconds("-to");
            Scene scene = scenes.apply(in.name());
            double own = isEndless(in) ? Double.POSITIVE_INFINITY : scene.still() ? 1 : scene.seconds();
            return Math.min(own, asked.orElse(Double.POSITIVE_INFINITY));
        }).max().orElse(Double.POSITIVE_INFINITY);
        return Math.min(cut, read);
    }

    private double cut(GraphReader.Filter trim) {
        Optional<Double> frames = trim.value("end_frame")
                .map(v -> Options.read(v).orElse(Double.POSITIVE_INFINITY) / Math.max(1, rate()));
        return Stream.of(trim.value("duration"), trim.value("end")).flatMap(Optional::stream)
                .mapToDouble(v -> Options.time(v).orElse(Double.POSITIVE_INFINITY)).min()
                .orElse(frames.orElse(Double.POSITIVE_INFINITY));
    }
}
