package io.reelbench.engine.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Prints what launching and probing cost, interleaved with what they are compared to; medians. */
public final class Measure {

    private interface Timed {
        void run() throws Exception;
    }

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<Path> files = Stream.of("video", "audio", "images").flatMap(f -> in(folder.resolve(f))).toList();
        List<Path> many = Stream.generate(() -> files).flatMap(List::stream).limit(200).toList();
        launching(files.getFirst());
        probing(many, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7);
        Clips.launcher().close();
    }

    private static Stream<Path> in(Path folder) {
        try {
            return CorpusProbe.files(folder).stream().filter(f -> !f.toString().endsWith("animated-lossy.webp"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void launching(Path file) throws Exception {
        List<String> version = List.of(Clips.binaries().ffprobe().toString(), "-version");
        Map<String, Timed> ways = new LinkedHashMap<>();
        ways.put("bare ProcessBuilder", () -> {
            ProcessBuilder builder = new ProcessBuilder(version).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Clips.binaries().environment());
            Process process = builder.start();
            process.getInputStream().readAllBytes();
            process.waitFor();
        });
        for (Launcher.Manner manner : Launcher.Manner.values()) {
            ways.put("Launcher " + manner, () -> Captured
                    .of(Clips.launcher().start(version, Clips.binaries().environment(), manner), Duration.ofSeconds(9)));
        }
        print(ways, 200);
    }

    private static void probing(List<Path> files, int rounds) throws Exception {
        Map<String, Timed> ways = new LinkedHashMap<>();
        ways.put("probe pool, " + files.size() + " files", () -> {
            try (ProbePool pool = new ProbePool(Clips.prober())) {
                List<CompletableFuture<ProbePool.Outcome>> all = files.stream().map(pool::probe).toList();
                all.forEach(CompletableFuture::join);
            }
        });
        ways.put("shell loop of ffprobe",
                () -> shell(files, "\"$0\" -v error -of json -show_format -show_streams \"$f\" >/dev/null 2>&1"));
        print(ways, rounds);
    }

    private static void shell(List<Path> files, String command) throws Exception {
        List<String> loop = new ArrayList<>(
                List.of("/bin/sh", "-c", "for f; do " + command + "; done", Clips.binaries().ffprobe().toString()));
        files.forEach(f -> loop.add(f.toString()));
        ProcessBuilder builder = new ProcessBuilder(loop).inheritIO();
        builder.environment().putAll(Clips.binaries().environment());
        builder.start().waitFor();
    }

    private static void print(Map<String, Timed> ways, int rounds) throws Exception {
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        Map<String, List<Double>> worked = new LinkedHashMap<>();
        for (int i = 0; i < rounds + 2; i++) {
            for (Map.Entry<String, Timed> way : ways.entrySet()) {
                double cpu = cpuMs();
                long before = System.nanoTime();
                way.getValue().run();
                if (i > 1) {
                    worked.computeIfAbsent(way.getKey(), k -> new ArrayList<>()).add(cpuMs() - cpu);
                    taken.computeIfAbsent(way.getKey(), k -> new ArrayList<>()).add((System.nanoTime() - before) / 1e6);
                }
            }
        }
        taken.forEach((name, times) -> System.out.printf(
                "%-30s wall median %9.2f ms, p95 %9.2f ms; CPU with children %9.2f ms; n %d%n", name,
                at(times, 50), at(times, 95), at(worked.get(name), 50), times.size()));
    }

    private static double at(List<Double> values, int percent) {
        return values.stream().sorted().toList().get(values.size() * percent / 100);
    }

    /** CPU time of this program and of all its children that have ended; does not mind what else runs on the machine. */
    private static double cpuMs() throws Exception {
        String[] stat = Files.readString(Path.of("/proc/self/stat")).replaceFirst(".*\\) ", "").split(" ");
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(stat[i]);
        }
        return ticks * 10.0;
    }
}
