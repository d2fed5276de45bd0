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
 * How quick the window is. {@code bench.n} says how often (7), {@code bench.only} which measures (all). Each prints its median, its worst and
 * what it should be at most.
 */
final class WindowBench {

    private static final int USUAL = 7;

    private WindowBench() {}

    /** One measure. */
    interface Measure {

        /** What is measured and its limit: {@code rows after dropping 200 files, at most 100 ms}. */
        String title();

        /** Measures once, in milliseconds. */
        double once(Path folder, int run) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Platform.startup(Theme::load);
        Platform.setImplicitExit(false);
        Map<String, Measure> all = new LinkedHashMap<>();
        all.put("drop", new DroppedRows());
        String only = System.getProperty("bench.only", "");
        int n = Integer.getInteger("bench.n", USUAL);
        for (Map.Entry<String, Measure> each : all.entrySet()) {
            if (only.isEmpty() || List.of(only.split(",")).contains(each.getKey())) {
                measure(each.getValue(), n);
            }
        }
        Platform.exit();
        System.exit(0);
    }

    private static void measure(Measure measure, int n) throws Exception {
        Path folder = Files.createTempDirectory("reelbench-bench");
        try {
            double[] taken = new double[n];
            for (int i = 0; i < n; i++) {
                taken[i] = measure.once(folder, i);
            }
            double first = taken[0];
            Arrays.sort(taken);
            System.out.printf("%s: median %.0f ms, worst %.0f ms, first %.0f ms (n = %d)%n", measure.title(), taken[n / 2],
                    taken[n - 1],
                    first, n);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
