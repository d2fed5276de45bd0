package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.plan.Work.Rough;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads out of the commands of a plan what work they are. It looks at the arguments and not at what led to them, so that every operation,
 * also a later one, is counted by what ffmpeg is really told to do.
 */
final class WorkReader {

    private static final double SOUND = 0.012;
    /** Bytes in a second that are copied, and read again for the proof. */
    private static final double DISK = 250e6;
    /** What starting a program, checking and placing cost. */
    private static final double START = 0.25;
    private static final double STILL_BITS = 1.2;
    /** Samples are so long, and so many values are tried on each. */
    private static final double SAMPLE = 4;
    private static final double TRIES = 3.5;
    private static final double LEAST_BITS = 1e-5;
    private static final double UNKNOWN_LENGTH = 60;
    private static final double MOST_RATE = 120;
    private static final double USUAL_RATE = 25;
    private static final double MILLION = 1e6;

    private static final double DOUBT_CODED = 2.2;
    private static final double DOUBT_COPIED = 3;
    private static final double SIZE_CODED = 3;
    private static final double SIZE_STILL = 4;
    private static final double SIZE_FIXED = 1.35;
    private static final double SIZE_AIMED = 1.12;

    private final Media media;
    private final List<Step> steps;
    private final List<Product> products;
    private final int cores;
    private final Optional<Track.Video> video;
    private final double busy;

    private final TreeSet<String> filters = new TreeSet<>();
    private final TreeSet<String> ways = new TreeSet<>();
    private final TreeSet<String> encoders = new TreeSet<>();
    private final TreeMap<Integer, Rough> sizes = new TreeMap<>();
    private double cpu;
    private double disk;
    private double pixels;

    WorkReader(List<Media> sources, List<Step> steps, List<Product> products, int cores) {
        this.media = sources.getFirst();
        this.steps = steps;
        this.products = products;
        this.cores = cores;
        this.video = media.video();
        this.busy = video.map(v -> Costs.busy(v.codec(), bitsPerPixel(v))).orElse(1.0);
    }

    Work read() {
        for (Step step : steps) {
            switch (step) {
                case Step.Run run -> run(run, Optional.empty());
                case Step.Fit fit -> run(fit.run(), Optional.of(fit));
                case Step.Search search -> search(search);
                case Step.Write _,Step.IfLarger _ -> {
                    // costs nothing, and seldom happens
                }
            }
        }
        double parallel = Math.pow(Math.max(1, cores), 0.85);
        boolean codes = cpu > 0;
        String kind = codes ? pixels > 0 ? "picture" : "sound" : "copy";
        String way = String.join(" ", ways) + (filters.isEmpty() ? "" : " " + String.join("+", filters));
        double seconds = START * steps.size() + disk / DISK + cpu / (pixels > 0 ? parallel : 1);
        Rough time = new Rough(kinds(kind, String.join("+", encoders), way), seconds, codes ? DOUBT_CODED : DOUBT_COPIED);
        return new Work(length(Optional.empty()), pixels, time, List.copyOf(sizes.values()));
    }

    /** Thousands of clips are of a few kinds: each name is held once. */
    private List<String> kinds(String kind, String encoder, String way) {
        return Stream.of(kind, kind + " " + encoder, kind + " " + way, kind + " " + way + " of " + look()).map(String::intern)
                .toList();
    }

    /** What clips of one camera have in common. */
    private String look() {
        return video.map(v -> v.codec() + " " + v.coded() + " " + Math.round(rate(v))
                + " b" + Math.round(Math.log(bitsPerPixel(v)) / Math.log(2)))
                .or(() -> media.audio().map(Track.Audio::codec)).orElse("nothing");
    }

    /** What tracks say of their bit rate is often missing; where there is one picture, it is what the sounds leave of the file. */
    private double bitsPerPixel(Track.Video track) {
        double seconds = media.lengthUs().orElse(0) / (double) Time.SECOND;
        double sounds = media.all(Track.Audio.class).stream().mapToDouble(SoundCoder::bitrate).sum();
        double left = seconds > 0 ? media.bytes() * 8 / seconds - sounds : 0;
        boolean single = media.all(Track.Video.class).size() == 1 && left > 0;
        double bits = single ? left : track.facts().bitrate().map(b -> (double) b.bitsPerSecond()).orElse(0.0);
        double drawn = track.coded().pixels() * rate(track);
        return bits > 0 && drawn > 0 ? Math.max(bits / drawn, LEAST_BITS) : Costs.COMMON_BITS;
    }

    private static double rate(Track.Video track) {
        return track.rate().map(r -> Math.min(MOST_RATE, r.perSecond().approximate())).orElse(USUAL_RATE);
    }

    private double length(Optional<Step.Run> run) {
        double us = run.map(r -> r.mediaUs().orElse(0)).orElse(0L);
        if (us == 0 && !products.isEmpty()) {
            us = products.getFirst().expect().lengthUs().orElse(0);
        }
        return us > 0
                ? us / Time.SECOND
                : media.still()
                        ? 0
                        : media.lengthUs().orElse((long) (UNKNOWN_LENGTH * Time.SECOND))
                                / (double) Time.SECOND;
    }

    private void search(Step.Search search) {
        double seconds = search.samples().size() * SAMPLE;
        for (Step.Sample sample : search.samples().stream().limit(1).toList()) {
            double before = pixels;
            coded(sample.reference(), seconds);
            double drawn = pixels - before;
            for (Command.Output output : sample.encode().outputs()) {
                cpu += TRIES * new Words(output.arguments()).after("-c:v").map(e -> encoding(e, output)).orElse(0.0) * drawn / 2;
            }
            cpu += TRIES * Costs.filter(search.metric().name().toLowerCase(Locale.ROOT)) * drawn / 2;
            pixels += TRIES * drawn / 2;
        }
        cpu += search.samples().size() * TRIES * START;
        ways.add("search");
    }

    private double encoding(String encoder, Command.Output output) {
        return Costs.encode(encoder, new Words(output.arguments()).speed()) * Math.sqrt(busy);
    }

    private void run(Step.Run run, Optional<Step.Fit> fit) {
        coded(run.command(), length(Optional.of(run)));
        for (Command.Output output : run.command().outputs()) {
            if (output.file() instanceof Ref.Target(int index)) {
                sizes.put(index, size(output, index, length(Optional.of(run)), fit));
            }
        }
    }

    /** Adds what one command decodes, filters and encodes. */
    private void coded(Command command, double seconds) {
        command.graph().ifPresent(this::filtered);
        boolean decodes = false;
        double shown = seconds;
        for (Command.Output output : command.outputs()) {
            Words words = new Words(output.arguments());
            words.all("-filter", "-vf", "-af").forEach(this::filtered);
            Optional<String> encoder = words.after("-c:v").or(() -> words.after("-codec:v"));
            boolean encodes = encoder.filter(e -> !e.equals("copy")).isPresent();
            OptionalDouble frames = words.number("-frames:v");
            if (encodes) {
                double many = frames.orElse(seconds * words.rate().or(() -> video.map(WorkReader::rate)).orElse(USUAL_RATE));
                double drawn = drawn(output) * Math.max(1, many);
                cpu += encoding(encoder.get(), output) * drawn;
                pixels += drawn;
                encoders.add(encoder.get());
                ways.add(encoder.get() + (words.speed().isEmpty() ? "" : " " + words.speed()));
                shown = frames.isPresent() && frames.getAsDouble() == 1 ? Math.min(seconds, 1) : seconds;
                decodes = true;
            }
            boolean sound = words.all("-c:a").stream().anyMatch(e -> !e.equals("copy"));
            if (sound) {
                cpu += SOUND * seconds * words.all("-c:a").size();
                ways.add(String.join("+", new TreeSet<>(words.all("-c:a"))));
            }
            if (!encodes && !sound) {
                disk += share(seconds) * media.bytes() * 2;
                ways.add("copy");
            }
            decodes |= output.file() instanceof Ref.Nowhere && words.all("-map").stream().anyMatch(this::isPicture);
        }
        if (decodes && video.isPresent()) {
            double drawn = video.get().coded().pixels() / MILLION * Math.max(1, shown * rate(video.get()));
            cpu += drawn * (Costs.decode(video.get().codec()) + filters.stream().mapToDouble(Costs::filter).sum());
            pixels += drawn;
        }
    }

    private boolean isPicture(String map) {
        return map.contains("v") || video.filter(v -> map.equals("0:" + v.index())).isPresent();
    }

    private double share(double seconds) {
        double whole = media.lengthUs().orElse(0) / (double) Time.SECOND;
        return whole > 0 ? Math.min(1, seconds / whole) : 1;
    }

    private double drawn(Command.Output output) {
        Optional<Size> size = output.file() instanceof Ref.Target(int index) && index < products.size()
                ? products.get(index).expect().size()
                : Optional.empty();
        return size.or(() -> products.isEmpty() ? Optional.empty() : products.getFirst().expect().size())
                .or(() -> video.map(Track.Video::coded)).map(s -> s.pixels() / MILLION).orElse(0.0);
    }

    private void filtered(String graph) {
        for (String one : graph.split("[,;]")) {
            String name = one.replaceAll("\\[[^\\]]*\\]", "").replaceAll("=.*", "").strip();
            if (Costs.filter(name) > 0) {
                filters.add(name);
            }
        }
    }

    private Rough size(Command.Output output, int index, double seconds, Optional<Step.Fit> fit) {
        Words words = new Words(output.arguments());
        double sound = sound(words, seconds);
        Optional<String> encoder = words.after("-c:v");
        String speed = words.speed().isEmpty() ? "" : " " + words.speed();
        boolean film = products.get(index).expect().tracks().stream().anyMatch(t -> t.kind() == TrackExpected.Kind.VIDEO);
        if (encoder.isEmpty() || !film) {
            return rough("sound", String.join("+", words.all("-c:a")), "", sound, SIZE_FIXED);
        } else if (encoder.get().equals("copy")) {
            return rough("copy", "film", "", share(seconds) * media.bytes(), SIZE_FIXED);
        } else if (fit.isPresent()) {
            return rough("aimed", encoder.get(), speed, fit.get().maxBytes() * 0.97, SIZE_AIMED);
        } else if (words.number("-b:v").orElse(0) > 0) {
            return rough("aimed", encoder.get(), speed, words.number("-b:v").getAsDouble() / 8 * seconds + sound, SIZE_AIMED);
        }
        boolean still = words.number("-frames:v").orElse(0) == 1;
        double many = still ? 1 : seconds * words.rate().or(() -> video.map(WorkReader::rate)).orElse(USUAL_RATE);
        double drawn = drawn(output) * MILLION * Math.max(1, many);
        if (still) {
            return rough("still", encoder.get(), "", drawn * STILL_BITS / 8, SIZE_STILL);
        }
        OptionalDouble crf = words.number("-crf");
        double crisper = Math.pow(video.map(v -> v.coded().pixels() / MILLION).orElse(1.0) / Math.max(0.01, drawn(output)), 0.25);
        double bits = crf.isPresent() ? Costs.bits(encoder.get(), crf.getAsDouble()) : Costs.bits(encoder.get());
        boolean lossless = words.has("-qp") || output.arguments().stream().anyMatch(a -> a.contains("lossless=1"));
        double bytes = drawn * (lossless ? 3 : bits) / 8 * Math.clamp(crisper, 0.5, 2) * (bits > 1 ? Math.cbrt(busy) : busy);
        return rough("film", encoder.get(), speed + (lossless ? " lossless" : crf.isPresent() ? " crf" : " own"), bytes + sound,
                SIZE_CODED);
    }

    private Rough rough(String kind, String encoder, String way, double bytes, double doubt) {
        return new Rough(kinds(kind, encoder, encoder + way), Math.max(500, bytes), doubt);
    }

    /** Bytes of the sounds: what their bit rates say; what is copied or lossless, from the source. */
    private double sound(Words words, double seconds) {
        double bits = 0;
        List<String> codecs = words.all("-c:a");
        List<String> rates = words.all("-b:a");
        List<Track.Audio> tracks = media.all(Track.Audio.class);
        for (int i = 0; i < codecs.size(); i++) {
            Optional<Track.Audio> track = i < tracks.size() ? Optional.of(tracks.get(i)) : media.audio();
            double raw = track.map(t -> (double) t.sampleRate() * t.channels()).orElse(96_000.0);
            bits += switch (codecs.get(i)) {
                case "copy" -> track.map(t -> (double) SoundCoder.bitrate(t)).orElse(128_000.0);
                case "flac", "alac" -> raw * 9;
                case String pcm when pcm.startsWith("pcm_") -> raw * Integer.parseInt(pcm.replaceAll("\\D+", ""));
                default -> i < rates.size() ? Double.parseDouble(rates.get(i)) : 150_000;
            };
        }
        return bits / 8 * seconds + 4000;
    }

    /** The arguments of one output, for looking things up. */
    private record Words(List<String> words) {

        /** The values of all options that begin so, in order. */
        List<String> all(String... names) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i + 1 < words.size(); i++) {
                String word = words.get(i);
                if (List.of(names).stream().anyMatch(name -> word.equals(name) || word.startsWith(name + ":"))) {
                    values.add(words.get(i + 1));
                }
            }
            return values;
        }

        Optional<String> after(String name) {
            return all(name).stream().findFirst();
        }

        boolean has(String name) {
            return words.contains(name);
        }

        /** Empty when it is missing, or only known while the plan runs. */
        OptionalDouble number(String name) {
            return after(name).filter(v -> v.matches("\\d+(\\.\\d+)?")).map(v -> OptionalDouble.of(Double.parseDouble(v)))
                    .orElse(OptionalDouble.empty());
        }

        String speed() {
            return after("-preset").or(() -> after("-cpu-used")).orElse("");
        }

        Optional<Double> rate() {
            Optional<String> text = after("-r");
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(Rate.parse(text.get()).perSecond().approximate());
            } catch (BadValue notARate) {
                return Optional.empty();
            }
        }
    }
}
