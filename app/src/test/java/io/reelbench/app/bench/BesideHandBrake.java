package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many times sooner a changed setting is seen here than in HandBrake, which encodes a few seconds and shows them: HandBrakeCLI with the
 * same size and crf, three seconds of the same film. Both in turn.
 */
final class BesideHandBrake implements WindowBench.Measure {

    @Override
    public String title() {
        return "3 s by HandBrakeCLI / option changed → result on screen, 1080p, at least 10";
    }

    @Override
    public String unit() {
        return "×";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        try (Opened opened = new Opened(folder)) {
            Path given = Path.of(System.getProperty("bench.clip", ""));
            Path film = Files.isRegularFile(given) ? given : opened.film("film.mp4", 10);
            opened.add(film);
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            ResultShown.change(opened, cards(17));
            double[] taken = new double[n];
            for (int i = 0; i < n; i++) {
                int crf = 18 + i;
                double ours = ResultShown.change(opened, cards(crf));
                double theirs = encoded(film, crf, folder.resolve("handbrake.mp4"));
                System.out.printf("  ours %.0f ms, HandBrakeCLI %.0f ms%n", ours, theirs);
                taken[i] = theirs / ours;
            }
            return taken;
        }
    }

    private static List<Card> cards(int crf) {
        return List.of(Card.of("scale").with("width", List.of("1280")),
                Card.of("transcode").with("video-codec", List.of("h264")).with("crf", List.of(String.valueOf(crf))));
    }

    private static double encoded(Path film, int crf, Path to) throws Exception {
        long from = System.nanoTime();
        Process process = new ProcessBuilder("HandBrakeCLI", "-i", film.toString(), "-o", to.toString(), "--start-at",
                "seconds:2", "--stop-at", "seconds:3", "-e", "x264", "--encoder-preset", "medium", "-q", String.valueOf(crf),
                "-w", "1280", "-l", "720").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0 || !Files.exists(to)) {
            throw new IllegalStateException("HandBrakeCLI did not encode");
        }
        return (System.nanoTime() - from) / 1e6;
    }
}
