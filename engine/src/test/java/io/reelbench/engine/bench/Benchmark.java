package io.reelbench.engine.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ours beside the peers', interleaved, as medians. {@code bench.n} says how often (7), {@code bench.only} which of cpu, copies, probing,
 * many, cold, preview, sheets, remux, pieces, cut, fused, burn, size, score (all), and quality. What other programs the machine lacks is said and left out.
 */
final class Benchmark {

    private static final int USUAL = 7;

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        String only = System.getProperty("bench.only", "");
        Path folder = Files.createTempDirectory("reelbench-bench");
        Stage stage = new Stage(folder, Integer.getInteger("bench.n", USUAL));
        Map<String, Stage.Measure> all = new LinkedHashMap<>();
        all.put("cold", new ColdStart());
        all.put("probing", new Probing());
        all.put("many", new ManyTasks());
        all.put("copies", new ShortCopies());
        all.put("cpu", new TaskCpu());
        all.put("preview", new Preview());
        all.put("sheets", new Sheets());
        all.put("remux", new Remux());
        all.put("joined", new JoinedCopies());
        all.put("pieces", new SixtyPieces());
        all.put("cut", new ExactCut());
        all.put("fused", new Fused());
        all.put("burn", new Burnt());
        all.put("quality", new Quality());
        all.put("size", new TargetSize());
        all.put("score", new TargetScore());
        List<Row> rows = new ArrayList<>(List.of(Row.HEAD));
        System.out.println(machine(stage.n()));
        try {
            for (Map.Entry<String, Stage.Measure> each : all.entrySet()) {
                if (only.isEmpty() && !each.getKey().equals("quality") || List.of(only.split(",")).contains(each.getKey())) {
                    System.err.println("measuring " + each.getKey());
                    rows.addAll(each.getValue().on(stage));
                }
            }
        } finally {
            print(rows);
            System.out.println(machine(stage.n()));
            Stage.remove(folder);
        }
    }

    private static String machine(int n) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "medians of n = " + n + ", " + system.getAvailableProcessors() + " processors, load "
                + Samples.number(system.getSystemLoadAverage());
    }

    private static void print(List<Row> rows) {
        int[] widths = new int[Row.HEAD.cells().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        });
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : " | ").append(String.format("%-" + widths[i] + "s", row.cells().get(i)));
            }
            System.out.println(line.toString().stripTrailing());
        }
    }
}
