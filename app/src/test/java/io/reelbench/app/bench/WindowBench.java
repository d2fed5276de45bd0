package io.reelbench.app.bench;

import io.reelbench.app.look.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * How quick the window is. {@code bench.n} says how often (7), {@code bench.only} which measures (all). Each prints its median, 95th
 * percentile, worst and first, what it should be at most, and how busy the machine was meanwhile.
 */
final class WindowBench {

    private static final int USUAL = 7;
    /** These need a sound server, or a rival, and are taken only when somebody names them. */
    private static final java.util.Set<String> ASKED_FOR = java.util.Set.of("sync", "beside");

    private WindowBench() {}

    /** One measure. */
    interface Measure {

        /** What is measured and its limit: {@code rows after dropping 200 files, at most 100 ms}. */
        String title();

        /** Of what it counts. */
        default String unit() {
            return "ms";
        }

        /** Measures n times. */
        double[] take(Path folder, int n) throws Exception;
    }

    /** A measure that begins from nothing each time. */
    interface Single extends Measure {

        double once(Path folder, int run) throws Exception;

        @Override
        default double[] take(Path folder, int n) throws Exception {
            double[] taken = new double[n];
            for (int i = 0; i < n; i++) {
                taken[i] = once(folder, i);
            }
            return taken;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Platform.startup(Theme::load);
        Platform.setImplicitExit(false);
        Map<String, Measure> all = new LinkedHashMap<>();
        all.put("drop", new DroppedRows());
        all.put("result", new ResultShown());
        all.put("cold-result", new ColdResult());
        all.put("beside", new BesideHandBrake());
        all.put("pause", new LongestPause());
        all.put("scroll", new CrowdedScroll());
        all.put("killed", new KilledDecoder());
        all.put("step", new SteppedFrames());
        all.put("scrub", new ScrubbedFrames());
        all.put("play", new PlayedFrames());
        all.put("sync", new SoundSync());
        all.put("first-start", new ProductStart(true));
        all.put("start", new ProductStart(false));
        all.put("memory", new ProductMemory());
        List<String> only = List.of(System.getProperty("bench.only", "").split(","));
        int n = Integer.getInteger("bench.n", USUAL);
        for (Map.Entry<String, Measure> each : all.entrySet()) {
            if (only.contains("") && !ASKED_FOR.contains(each.getKey()) || only.contains(each.getKey())) {
                measure(each.getValue(), n);
            }
        }
        Platform.exit();
        System.exit(0);
    }

    private static void measure(Measure measure, int n) throws Exception {
        Path folder = Files.createTempDirectory("reelbench-bench");
        try {
            String before = load();
            double[] taken = measure.take(folder, n);
            double first = taken[0];
            Arrays.sort(taken);
            System.out.printf("%s: median %.0f, p95 %.0f, worst %.0f, first %.0f %s (n = %d, load %s → %s)%n", measure.title(),
                    taken[taken.length / 2], taken[(int) Math.ceil(taken.length * 0.95) - 1], taken[taken.length - 1], first,
                    measure.unit(), taken.length, before, load());
        } finally {
            remove(folder);
        }
    }

    private static String load() throws Exception {
        Path told = Path.of("/proc/loadavg");
        return Files.exists(told) ? Files.readString(told).split(" ")[0] : "?";
    }

    private static void remove(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
