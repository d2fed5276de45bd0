package io.reelbench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A film of two hours at 29.97, with a flash and a beep every five seconds, through everything that touches the time: how far the last
 * flash and the last beep are apart in what comes out. {@code bench.only} says how many minutes instead.
 */
final class LongSync {

    private static final int MINUTES = 120;
    private static final String SMALL = "{'op':'transcode','preset':'ultrafast','crf':30}";
    private static final List<List<String>> CASES = List.of(
            List.of("{'op':'transcode','preset':'ultrafast','crf':30,'audio-codec':'mp3'}"),
            List.of("{'op':'transcode','container':'mkv'}"), List.of("{'op':'transcode','container':'ts'}"),
            List.of("{'op':'frame-rate','rate':25}", SMALL), List.of("{'op':'frame-rate','rate':60}", SMALL),
            List.of("{'op':'speed','factor':1.25}", SMALL), List.of("{'op':'speed','factor':0.8}", SMALL),
            List.of("{'op':'speed','factor':1.37,'preserve-pitch':false}", SMALL),
            List.of("{'op':'speed','fit-duration':'95:17.3'}", SMALL), List.of("{'op':'speed','conform-to':'23.976'}"),
            List.of("{'op':'speed','conform-to':25}"), List.of("{'op':'trim','start':'10%'}", SMALL));

    private LongSync() {}

    public static void main(String[] arguments) throws Exception {
        String asked = System.getProperty("bench.only", "");
        int minutes = asked.isEmpty() ? MINUTES : Integer.parseInt(asked);
        Path folder = Files.createTempDirectory("reelbench-sync");
        try (Studio studio = new Studio(folder)) {
            Path film = Sync.film(studio, "long.mp4", "30000/1001", minutes * 60);
            Sync sync = new Sync(studio);
            System.out.printf(Locale.ROOT, "source: %+.1f ms%n", sync.lastApart(film) * 1000);
            for (List<String> steps : CASES) {
                Path made = Studio.output(studio.run(film, steps.toArray(String[]::new)));
                double apart = sync.lastApart(made);
                double frame = studio.look(made).video().orElseThrow().rate().orElseThrow().frameLength() / 1e6;
                System.out.printf(Locale.ROOT, "%-8s %+6.1f ms of %.1f  %s%n", Math.abs(apart) <= frame ? "in sync" : "APART",
                        apart * 1000, frame * 1000, String.join(" ", steps));
                Files.delete(made);
            }
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
