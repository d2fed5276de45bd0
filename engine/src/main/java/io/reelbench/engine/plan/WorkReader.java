package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Work.Rough;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads out of the commands of a plan what work they are. It looks at the arguments and not at what led to them, so that every operation,
 * also a later one, is counted by what ffmpeg is really told to do.
 */
final class WorkReader {

    /** Seconds for a second of sound that is coded. */
    private static final double SOUND = 0.012;
    /** Bytes in a second that are copied, and read again for the proof. */
    private static final double DISK = 250e6;
    /** What starting a program, checking and placing cost. */
    private static final double START = 0.25;
    private static final double TRIES = 3.5;
    private static final double UNKNOWN_LENGTH = 60;
    private static final double MILLION = 1e6;
    /** More cores help an encoder less and less. */
    private static final double SHARING = 0.85;
    private static final double DOUBT_CODED = 2.2;
    private static final double DOUBT_COPIED = 3;
    /** No size is so doubtful that less than this part of the most is likely. */
    private static final double LEAST_PART = 0.04;

    private final Media media;
    private final List<Step> steps;
    private final List<Product> products;
    private final List<SinkPlan.Bytes> bytes;
    private final int cores;
    private final Optional<Track.Video> video;

    private final TreeSet<String> filters = new TreeSet<>();
    private final TreeSet<String> ways = new TreeSet<>();
    private final TreeSet<String> encoders = new TreeSet<>();
    private final Map<Integer, List<String>> sizes = new TreeMap<>();
    private double cpu;
    private double disk;
    private double pixels;

    /** @param bytes of each product by its formula */
    WorkReader(List<Media> sources, List<Step> steps, List<Product> products, List<SinkPlan.Bytes> bytes, int cores) {
        this.media = sources.getFirst();
        this.steps = steps;
        this.products = products;
        this.bytes = bytes;
        this.cores = cores;
        this.video = media.video();
    }

    Work read() {
        steps.forEach(this::step);
        boolean codes = cpu > 0;
        String kind = pixels > 0 ? "picture" : codes ? "sound" : "copy";
        String way = String.join(" ", ways) + (filters.isEmpty() ? "" : " " + String.join("+", filters));
        double seconds = START * steps.size() + disk / DISK + cpu / (pixels > 0 ? Math.pow(Math.max(1, cores), SHARING) : 1);
        Rough time = new Rough(kinds(kind, String.join("+", encoders), way), seconds, codes ? DOUBT_CODED : DOUBT_COPIED);
        List<Rough> rough = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            rough.add(rough(bytes.get(i), sizes.getOrDefault(i, kinds("other", "", ""))));
        }
        return new Work(length(OptionalLong.empty()), pixels, time, List.copyOf(rough));
    }

    private static Rough rough(SinkPlan.Bytes range, List<String> kinds) {
        double most = Math.max(1, range.most());
        double least = Math.max(most * LEAST_PART, range.least());
        return new Rough(kinds, Math.sqrt(least * most), Math.max(1, Math.sqrt(most / least)));
    }

    /** Thousands of clips are of a few kinds: each name is held once. */
    private List<String> kinds(String kind, String encoder, String way) {
        return Stream.of(kind, kind + " " + encoder, kind + " " + way, kind + " " + way + " of " + look()).map(String::intern)
                .toList();
    }

    /** What clips of one camera have in common. */
    private String look() {
        return video.map(v -> v.codec() + " " + v.coded() + " " + Math.round(Costs.rate(v)) + " b"
                + Math.round(Math.log(Costs.bitsPerPixel(media, v)) / Math.log(2)))
                .or(() -> media.audio().map(Track.Audio::codec)).orElse("nothing");
    }

    private double length(OptionalLong known) {
        Stream<OptionalLong> lengths = Stream.concat(Stream.of(known),
                products.stream().map(p -> p.expect() instanceof Expect.Film film ? film.lengthUs() : OptionalLong.empty()));
        OptionalLong us = lengths.filter(l -> l.isPresent() && l.getAsLong() > 0).findFirst().orElse(media.lengthUs());
        return media.still() ? 0 : us.isPresent() ? us.getAsLong() / (double) Time.SECOND : UNKNOWN_LENGTH;
    }

    private void step(Step step) {
        switch (step) {
            case Step.Run run -> run(run, false);
            case Step.Fit fit -> run(fit.run(), true);
            case Step.Search search -> search(search);
            case Step.Splice splice -> {
                splice.pieces().forEach(piece -> run(piece, false));
                run(splice.join(), false);
            }
            case Step.Measure measure -> {
                count(measure.command(), length(measure.mediaUs()));
                ways.add("measured");
            }
            case Step.Write _,Step.Fetch _,Step.Own _,Step.IfLarger _,Step.Report _ -> {
                // costs nothing, and seldom happens
            }
        }
    }

    private void run(Step.Run run, boolean aimed) {
        count(run.command(), length(run.mediaUs()));
        for (Command.Output output : run.command().outputs()) {
            if (output.file() instanceof Ref.Target(int index)) {
                sizes.put(index, kindsOfSize(new Options(output.arguments()), index, aimed));
            }
        }
    }

    /** Adds what one command copies, decodes, filters and encodes. */
    private void count(Command command, double seconds) {
        command.graph().ifPresent(this::note);
        double seen = 0;
        for (Command.Output output : command.outputs()) {
            Options options = new Options(output.arguments());
            options.all("-filter").forEach(this::note);
            options.pictureEncoder().ifPresent(encoder -> encode(encoder, output, seconds));
            List<String> sounds = options.soundEncoders();
            if (!sounds.isEmpty()) {
                cpu += SOUND * seconds * sounds.size();
                ways.add(String.join("+", new TreeSet<>(sounds)));
            }
            boolean still = options.number("-frames:v").orElse(0) == 1;
            boolean looks = options.pictureEncoder().isPresent()
                    || output.file() instanceof Ref.Nowhere && options.all("-map").stream().anyMatch(this::isPicture);
            seen = Math.max(seen, !looks ? 0 : still ? Math.min(1, seconds) : seconds);
            if (!looks && output.file() instanceof Ref.Nowhere) {
                cpu += SOUND * seconds * options.all("-map").size();
                ways.add("heard");
            } else if (!looks && sounds.isEmpty()) {
                disk += share(seconds) * media.bytes() * 2;
                ways.add("copy");
            }
        }
        if (seen > 0 || command.outputs().stream().anyMatch(o -> new Options(o.arguments()).pictureEncoder().isPresent())) {
            decode(seen);
        }
    }

    private void encode(String encoder, Command.Output output, double seconds) {
        Options options = new Options(output.arguments());
        double rate = options.rate().or(() -> video.map(Costs::rate)).orElse(Costs.USUAL_RATE);
        double drawn = drawn(output) * Math.max(1, options.number("-frames:v").orElse(seconds * rate));
        cpu += drawn * cost(encoder, options);
        pixels += drawn;
        encoders.add(encoder);
        ways.add((encoder + " " + options.speed()).strip());
    }

    private double cost(String encoder, Options options) {
        return Costs.encode(encoder, options.speed()) * Math.sqrt(Costs.busy(media));
    }

    private void decode(double seconds) {
        video.ifPresent(v -> {
            double drawn = v.coded().pixels() / MILLION * Math.max(1, seconds * Costs.rate(v));
            cpu += drawn * (Costs.decode(v.codec()) + filters.stream().mapToDouble(Costs::filter).sum());
            pixels += drawn;
        });
    }

    /** Each piece is made once, and all are encoded and compared for every value that is tried. */
    private void search(Step.Search search) {
        double seconds = search.pieces().stream().flatMap(p -> p.inputs().stream())
                .mapToDouble(i -> new Options(i.arguments()).number("-t").orElse(0)).sum();
        video.ifPresent(v -> {
            double drawn = v.coded().pixels() / MILLION * seconds * Costs.rate(v);
            double encode = search.trial().outputs().stream()
                    .mapToDouble(o -> {
                        Options options = new Options(o.arguments());
                        return options.pictureEncoder().map(e -> cost(e, options)).orElse(0.0);
                    }).sum();
            double compare = Costs.filter(search.metric().name().toLowerCase(Locale.ROOT));
            cpu += drawn * (Costs.decode(v.codec()) + Costs.encode("ffvhuff", "") + TRIES * (encode + compare));
            pixels += drawn * (1 + TRIES);
        });
        cpu += (search.pieces().size() + TRIES) * START;
        ways.add("search");
    }

    private boolean isPicture(String map) {
        return map.contains("v") || video.filter(v -> map.equals("0:" + v.index())).isPresent();
    }

    private double share(double seconds) {
        double whole = media.lengthUs().orElse(0) / (double) Time.SECOND;
        return whole > 0 ? Math.min(1, seconds / whole) : 1;
    }

    /** Millions of pixels of one frame. */
    private double drawn(Command.Output output) {
        int index = output.file() instanceof Ref.Target(int target) ? target : 0;
        Optional<Size> size = products.get(index).expect() instanceof Expect.Film film ? film.size() : Optional.empty();
        return size.or(() -> video.map(Track.Video::coded)).map(s -> s.pixels() / MILLION).orElse(0.0);
    }

    private void note(String graph) {
        for (String one : graph.split("[,;]")) {
            String name = one.replaceAll("\\[[^\\]]*\\]", "").replaceAll("=.*", "").strip();
            if (Costs.filter(name) > 0) {
                filters.add(name);
            }
        }
    }

    /** What a product's size is alike to: films of one encoder, speed and way of aiming. */
    private List<String> kindsOfSize(Options options, int index, boolean aimed) {
        Expect expect = products.get(index).expect();
        boolean film = expect instanceof Expect.Film made
                && made.tracks().stream().anyMatch(t -> t.kind() == Expect.TrackExpected.Kind.VIDEO);
        String encoder = options.first("-c:v").orElse("");
        if (expect instanceof Expect.Words) {
            return kinds("text", "", "");
        } else if (!film) {
            return kinds("sound", String.join("+", options.all("-c:a")), "");
        } else if (encoder.equals("copy")) {
            return kinds("copied", "", "");
        } else if (options.number("-frames:v").orElse(0) == 1) {
            return kinds("still", encoder, encoder);
        } else if (aimed || options.number("-b:v").orElse(0) > 0) {
            return kinds("aimed", encoder, (encoder + " " + options.speed()).strip());
        }
        return kinds("film", encoder,
                (encoder + " " + options.speed()).strip() + (options.first("-crf").isPresent() ? " crf" : ""));
    }
}
