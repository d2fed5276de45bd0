package io.reelbench.engine.bench;

import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the quality scale: which crf of each encoder gives the XPSNR that x264 gives at 51 − 0.4·quality, on three seconds of real
 * 1080p clips at preset medium. What it prints is the data that the planner reads ({@code quality.json}).
 */
final class Quality implements Stage.Measure {

    private static final List<Double> QUALITIES = List.of(50d, 60d, 65d, 70d, 75d, 80d, 85d, 90d, 100d);
    private static final Pattern MEAN = Pattern.compile("XPSNR average.*?y: *(inf|[0-9.]+)");
    private static final double PERFECT = 100;

    /**
     * A piece of a real clip.
     *
     * @param at seconds
     */
    private record Piece(String name, double at) {
    }

    private static final List<Piece> PIECES = List.of(new Piece("bbb-1080p60-h264-aac51.mp4", 2),
            new Piece("av1-1920x800-film-noaudio.webm", 4), new Piece("hevc-1080p-aac-motion-graphics.mp4", 2),
            new Piece("pixel7-rot180-noaudio.mp4", 0));

    private static final Map<String, List<String>> ENCODERS = new LinkedHashMap<>();

    static {
        ENCODERS.put("h265", List.of("-c:v", "libx265", "-preset", "medium", "-x265-params", "log-level=error"));
        ENCODERS.put("av1", List.of("-c:v", "libsvtav1", "-preset", "6"));
        ENCODERS.put("vp9", List.of("-c:v", "libvpx-vp9", "-deadline", "good", "-cpu-used", "2", "-row-mt", "1", "-b:v", "0"));
    }

    private static final Map<String, List<Integer>> TRIED = Map.of("h265", List.of(5, 9, 14, 19, 24, 29, 34), "av1",
            List.of(2, 8, 16, 24, 32, 40, 48, 56), "vp9", List.of(1, 6, 14, 22, 30, 38, 46, 54));

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Optional<Path> corpus = Corpus.place();
        if (corpus.isEmpty()) {
            return List.of(Row.missing("quality scale", "no real clips", ""));
        }
        Map<String, Map<Double, List<Double>>> found = new LinkedHashMap<>();
        try (Launcher launcher = new Launcher()) {
            Binaries binaries = Binaries.in(stage.places("none").cache().resolve("programs"), launcher);
            for (Piece piece : PIECES) {
                measure(binaries, stage.fresh("quality"), corpus.get().resolve("video").resolve(piece.name()), piece.at(), found);
                System.err.println(json(found));
            }
        }
        System.out.println(json(found));
        return List.of();
    }

    private static void measure(Binaries binaries, Path folder, Path clip, double at,
            Map<String, Map<Double, List<Double>>> found)
            throws Exception {
        Path reference = folder.resolve("reference.nut");
        run(binaries, List.of("-ss", Double.toString(at), "-t", "3", "-i", clip.toString(), "-map", "0:v:0", "-frames:v", "75",
                "-vf", "scale=in_range=auto:out_range=tv,format=yuv420p,setpts=N/25/TB", "-r", "25", "-c:v", "ffv1",
                reference.toString()));
        Map<Double, Double> wanted = new LinkedHashMap<>();
        for (double quality : QUALITIES) {
            wanted.put(quality, score(binaries, folder, reference, List.of("-c:v", "libx264", "-preset", "medium", "-crf",
                    String.format(Locale.ROOT, "%.1f", 51 - 0.4 * quality))));
        }
        for (Map.Entry<String, List<String>> encoder : ENCODERS.entrySet()) {
            TreeMap<Double, Double> curve = new TreeMap<>();
            for (int crf : TRIED.get(encoder.getKey())) {
                List<String> arguments = new ArrayList<>(encoder.getValue());
                arguments.addAll(List.of("-crf", Integer.toString(crf)));
                curve.put((double) crf, score(binaries, folder, reference, arguments));
            }
            System.err.println(clip.getFileName() + " " + encoder.getKey() + " " + curve + " for " + wanted);
            wanted.forEach((quality, score) -> found.computeIfAbsent(encoder.getKey(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(quality, _ -> new ArrayList<>()).add(crf(curve, score)));
        }
    }

    /** The crf of a score, on the line through the two measured ones beside it; never beyond the finest that was measured. */
    private static double crf(TreeMap<Double, Double> curve, double score) {
        List<Map.Entry<Double, Double>> points = new ArrayList<>(curve.entrySet());
        int i = 1;
        while (i < points.size() - 1 && points.get(i).getValue() > score) {
            i++;
        }
        Map.Entry<Double, Double> good = points.get(i - 1);
        Map.Entry<Double, Double> bad = points.get(i);
        return Math.max(points.getFirst().getKey(),
                good.getKey() + (bad.getKey() - good.getKey()) * (good.getValue() - score) / (good.getValue() - bad.getValue()));
    }

    private static double score(Binaries binaries, Path folder, Path reference, List<String> encoder) throws Exception {
        Path encoded = folder.resolve("encoded.nut");
        Path stats = folder.resolve("stats.txt");
        List<String> arguments = new ArrayList<>(List.of("-i", reference.toString()));
        arguments.addAll(encoder);
        arguments.add(encoded.toString());
        run(binaries, arguments);
        run(binaries, List.of("-i", encoded.toString(), "-i", reference.toString(), "-filter_complex",
                "[0:v]settb=1/25,setpts=N[a];[1:v]settb=1/25,setpts=N[b];[a][b]xpsnr=stats_file=" + stats, "-f", "null", "-"));
        Matcher mean = MEAN.matcher(Files.readString(stats));
        if (!mean.find()) {
            throw new IllegalStateException("no score in " + stats);
        }
        return mean.group(1).equals("inf") ? PERFECT : Double.parseDouble(mean.group(1));
    }

    private static void run(Binaries binaries, List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-y", "-nostdin", "-loglevel", "error"));
        all.addAll(arguments);
        if (Programs.bundled(binaries, "ffmpeg", all).code() != 0) {
            throw new IllegalStateException(all.toString());
        }
    }

    private static String json(Map<String, Map<Double, List<Double>>> found) {
        List<String> codecs = new ArrayList<>();
        found.forEach((codec, points) -> {
            List<String> pairs = new ArrayList<>();
            points.forEach((quality, crfs) -> pairs.add(String.format(Locale.ROOT, "[%.0f, %.1f]", quality,
                    crfs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())));
            codecs.add("\"" + codec + "\": [" + String.join(", ", pairs) + "]");
        });
        return "{" + String.join(",\n ", codecs) + "}";
    }
}
