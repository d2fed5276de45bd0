package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From the change of an option to the pulse that shows the new result, in the whole window. The clip is {@code -Dbench.clip} when that is
 * there, else made.
 */
final class ResultShown implements WindowBench.Measure {

    @Override
    public String title() {
        return "option changed → result on screen, 1080p, p95 at most 300 ms";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        try (Opened opened = new Opened(folder)) {
            Path given = Path.of(System.getProperty("bench.clip", ""));
            opened.add(Files.isRegularFile(given) ? given : opened.film("film.mp4", 10));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            change(opened, List.of(Card.of("scale").with("width", List.of("1280")),
                    Card.of("transcode").with("video-codec", List.of("h264"))));
            double[] taken = new double[4 * n];
            for (int i = 0; i < taken.length; i++) {
                Card crf = Card.of("transcode").with("video-codec", List.of("h264")).with("crf",
                        List.of(String.valueOf(18 + i / 2 % 16)));
                Card scale = Card.of("scale").with("width", List.of(String.valueOf(1280 - 32 * ((i + 1) / 2 % 16))));
                taken[i] = change(opened, List.of(scale, crf));
            }
            return taken;
        }
    }

    static double change(Opened opened, List<Card> cards) throws Exception {
        return opened.untilResult(() -> opened.desk().edit(Text.verbatim("Change"), draft -> draft.with(cards)));
    }
}
