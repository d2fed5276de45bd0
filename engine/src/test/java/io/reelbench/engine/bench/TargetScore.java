package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A score asked for, found on samples, beside a search that encodes and measures the whole clip each time. */
final class TargetScore implements Stage.Measure {

    private static final Pattern MEAN = Pattern.compile("XPSNR\\s+y:\\s*(inf|[0-9.]+)");
    private record Wanted(String clip, double score) {
    }

    private static final List<Wanted> WANTED = List.of(new Wanted("bbb-long-3min-252p-h264-aac.mp4", 34),
            new Wanted("bbb-long-3min-252p-h264-aac.mp4", 38), new Wanted("sintel-trailer-720p-h264-aac.mp4", 40));
    private static final String PRESET = "veryfast";

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Optional<Path> corpus = Corpus.place();
        if (corpus.isEmpty()) {
            return List.of(Row.missing("target score against a whole-file search", "no real clips", ""));
        }
        List<Row> rows = new ArrayList<>();
        try (Launcher launcher = new Launcher(); Engine engine = stage.engine()) {
            Binaries binaries = Binaries.in(stage.places("none").cache().resolve("programs"), launcher);
            for (Wanted each : WANTED) {
                Path clip = corpus.get().resolve("video").resolve(each.clip());
                rows.addAll(compare(stage, engine, binaries, clip, each.score()));
            }
        }
        return rows;
    }

    private static List<Row> compare(Stage stage, Engine engine, Binaries binaries, Path clip, double target) throws Exception {
        Path folder = stage.fresh("score");
        Task[] task = new Task[1];
        Timed ours = Timed.of(() -> task[0] = Batch.run(engine, Stage.requests(List.of(clip), Stage.recipe(engine,
                "{\"op\":\"transcode\",\"container\":\"mp4\",\"video-codec\":\"h264\",\"preset\":\"" + PRESET
                        + "\",\"target-score\":"
                        + target + "}"),
                folder)).getFirst());
        Path made = task[0].outcome().results().getFirst().file();
        Timed encode = Timed.of(() -> encode(binaries, clip, folder.resolve("bare.mp4"), 24));
        double[] scored = new double[1];
        Timed measuring = Timed.of(() -> scored[0] = score(binaries, made, clip));
        double[] found = new double[1];
        Timed whole = Timed.of(() -> found[0] = search(binaries, clip, folder, target));
        double sampled = ours.cpu().all() - encode.cpu().children();
        System.err.println(
                task[0].outcome().notes() + ", on the whole crf " + found[0] + ", encode " + encode.cpu().children() + " measure "
                        + measuring.cpu().children());
        return List.of(
                new Row("CPU of finding a score on samples / on the whole, " + clip.getFileName(), number(sampled) + " CPU-s",
                        number(whole.cpu().children()) + " CPU-s", number(whole.cpu().children() / sampled) + " ×", "≥ 5 ×",
                        whole.cpu().children() >= 5 * sampled ? "yes" : "NO"),
                new Row("… XPSNR of the whole against the one asked for", number(scored[0]) + " dB", number(target) + " dB",
                        String.format(Locale.ROOT, "%+.2f dB", scored[0] - target), "± 0.5 dB",
                        Math.abs(scored[0] - target) <= 0.5 ? "yes" : "NO"));
    }

    /** By the rule that the samples are searched by. */
    private static double search(Binaries binaries, Path clip, Path folder, double target) throws Exception {
        TreeMap<Double, Double> scores = new TreeMap<>();
        double crf = 24;
        for (int tries = 0; tries < 6 && !scores.containsKey(crf); tries++) {
            Path file = folder.resolve("whole.mp4");
            encode(binaries, clip, file, crf);
            double over = score(binaries, file, clip) - target;
            scores.put(crf, over);
            if (over >= 0 && over <= 0.225) {
                return crf;
            }
            Map.Entry<Double, Double> good = scores.entrySet().stream().filter(e -> e.getValue() >= 0).reduce((a, b) -> b)
                    .orElse(null);
            Map.Entry<Double, Double> bad = scores.entrySet().stream().filter(e -> e.getValue() < 0).findFirst().orElse(null);
            double next = good == null || bad == null
                    ? crf + over / 0.75
                    : good.getKey() + (bad.getKey() - good.getKey()) * good.getValue() / (good.getValue() - bad.getValue());
            crf = Math.floor(next * 4) / 4;
        }
        return crf;
    }

    private static void encode(Binaries binaries, Path clip, Path to, double crf) throws Exception {
        run(binaries, List.of("-i", clip.toString(), "-map", "0:v:0", "-an", "-c:v", "libx264", "-preset", PRESET, "-crf",
                Double.toString(crf), "-f", "mp4", to.toString()));
    }

    private static double score(Binaries binaries, Path made, Path clip) throws Exception {
        String said = run(binaries, List.of("-i", made.toString(), "-i", clip.toString(), "-filter_complex",
                "[0:v:0]settb=1/1000,setpts=N*40[a];[1:v:0]settb=1/1000,setpts=N*40[b];[a][b]xpsnr", "-f", "null", "-"));
        Matcher mean = MEAN.matcher(said);
        String last = null;
        while (mean.find()) {
            last = mean.group(1);
        }
        return Double.parseDouble(last);
    }

    private static String run(Binaries binaries, List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(binaries.ffmpeg().toString(), "-hide_banner", "-nostdin", "-y"));
        all.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(binaries.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(all + ": " + said);
        }
        return said;
    }

    private static String number(double value) {
        return Samples.number(value);
    }
}
