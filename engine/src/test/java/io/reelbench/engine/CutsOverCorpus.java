package io.reelbench.engine;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Exact cuts at random frames of every H.264 and H.265 file of a folder of real clips, into all containers in turn: how many were cut with
 * most frames copied, what stood against the others, and whether every frame is there, in time, and the source's where it was copied.
 * Run with {@code -Pbench -Dbench.main=io.reelbench.engine.CutsOverCorpus -Dreelbench.media=FOLDER -Dbench.n=CUTS}.
 */
public final class CutsOverCorpus {

    private static final List<String> CONTAINERS = List.of("mp4", "mkv", "mov", "ts");
    /** Long clips are cut in their beginning, so that all of their frames can be compared. */
    private static final int SECONDS = 45;

    private final Studio studio;
    private final Random random = new Random(5);
    private final TreeMap<String, Integer> said = new TreeMap<>();
    private int wrong;
    private int points;

    private CutsOverCorpus(Studio studio) {
        this.studio = studio;
    }

    public static void main(String[] arguments) throws Exception {
        String given = System.getProperty("reelbench.media", "");
        Path media = Path.of(given.isEmpty() ? "../../shared/media" : given).resolve("video");
        int cuts = Integer.getInteger("bench.n", 100);
        Path folder = Files.createTempDirectory("cuts");
        try (Studio studio = new Studio(folder); Stream<Path> files = Files.walk(media)) {
            CutsOverCorpus over = new CutsOverCorpus(studio);
            List<Path> fit = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (over.isFit(file)) {
                    fit.add(file);
                }
            }
            for (int i = 0; i < fit.size(); i++) {
                over.cut(fit.get(i), cuts / fit.size() + (i < cuts % fit.size() ? 1 : 0));
            }
            over.said.forEach((what, count) -> System.out.printf("%4d  %s%n", count, what));
            System.out.printf("%d cut points in %d files, %d wrong%n", over.points, fit.size(), over.wrong);
        }
    }

    private boolean isFit(Path file) throws Exception {
        try {
            Media media = studio.look(file);
            return media.video().filter(v -> List.of("h264", "hevc").contains(v.codec())).isPresent();
        } catch (io.reelbench.engine.problem.FailedException unreadable) {
            return false;
        }
    }

    private void cut(Path file, int cuts) throws Exception {
        Media media = studio.look(file);
        String track = "0:" + media.video().orElseThrow().index();
        Shots source = Shots.track(studio, file, track, "-t", Integer.toString(SECONDS));
        if (source.sums().size() < 20) {
            return;
        }
        for (int i = 0; i < cuts; i++) {
            int third = source.sums().size() / 3;
            int from = random.nextInt(third);
            int to = source.sums().size() - 1 - random.nextInt(third);
            String container = CONTAINERS.get(i % CONTAINERS.size());
            points += 2;
            String result = cut(file, source, from, to, container);
            boolean bad = result.startsWith("WRONG");
            wrong += bad ? 1 : 0;
            said.merge(bad ? "WRONG" : result.replaceAll("\\d+ of \\d+ ", ""), 1, Integer::sum);
            System.out.printf("%s %d–%d → %s: %s%n", file.getFileName(), from, to, container, result);
        }
    }

    private String cut(Path file, Shots source, int from, int to, String container) throws Exception {
        String trim = "{'op':'trim','start':'%.6f','end':'%.6f'}".formatted(source.times().get(from), source.times().get(to));
        String sink = "{'op':'transcode','container':'" + container + "'}";
        var planned = studio.engine.plan(studio.recipe(trim, sink), studio.look(file));
        if (planned.plan().isEmpty()) {
            return "not planned: " + planned.problems();
        }
        Plan plan = planned.plan().get();
        String reason = plan.explanation().reasons().getFirst().toString();
        List<Step.Splice> splices = plan.steps().stream().filter(Step.Splice.class::isInstance).map(Step.Splice.class::cast)
                .toList();
        Task task = studio.run(file, trim, sink);
        if (task.outcome().results().isEmpty()) {
            return "WRONG failed: " + task.outcome().failure();
        }
        Path out = Studio.output(task);
        if (splices.isEmpty()) {
            return encoded(out, source.part(from, to), plan);
        }
        try {
            if (task.outcome().notes().toString().contains("did not fit together")) {
                return "fell back";
            }
            Shots cut = Shots.of(studio, out, "-xerror");
            // where frames come at nearly even times, an even count may begin one earlier or later
            Shots wanted = java.util.stream.IntStream.of(0, 1, -1, 2)
                    .filter(by -> from + by >= 0 && to + by <= source.sums().size())
                    .mapToObj(by -> source.part(from + by, to + by)).filter(w -> cut.same(w) > 0).findFirst()
                    .orElse(source.part(from, to));
            long encoded = splices.getFirst().pieces().stream().flatMap(p -> p.command().outputs().stream())
                    .map(o -> o.arguments()).filter(a -> a.contains("-frames:v") && a.contains("nut"))
                    .mapToLong(a -> Long.parseLong(a.get(a.indexOf("-frames:v") + 1))).sum();
            long copied = splices.getFirst().frames() - encoded;
            long length = task.outcome().results().getFirst().proof().orElseThrow().lengthUs().orElse(0);
            boolean right = cut.sums().size() == splices.getFirst().frames() && cut.same(wanted) >= copied
                    && cut.drift(wanted) < 0.0015;
            return right
                    ? "copied"
                    : "WRONG %d frames of %d, %d the same of %d, %.4f s off, %d µs: %s".formatted(cut.sums().size(), to - from,
                            cut.same(wanted), copied, cut.drift(wanted), length, reason);
        } finally {
            Files.delete(out);
        }
    }

    /** Encoded frames are others, but as many, and shown when the source's are; an even count may round its ends. */
    private String encoded(Path out, Shots wanted, Plan plan) throws Exception {
        Shots cut = Shots.of(studio, out, "-xerror");
        Files.delete(out);
        int more = cut.sums().size() - wanted.sums().size();
        double frame = wanted.times().getLast() / (wanted.times().size() - 1);
        boolean right = Math.abs(more) <= 1 && cut.drift(wanted) < frame * 1.01;
        return right
                ? "encoded: " + plan.explanation().reasons().getFirst().because()
                : "WRONG encoded: %d frames of %d, %.4f s off".formatted(cut.sums().size(), wanted.sums().size(),
                        cut.drift(wanted));
    }
}
