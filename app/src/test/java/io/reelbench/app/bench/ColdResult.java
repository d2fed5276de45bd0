package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;

/** From a click on a place of the timeline where nobody was before to the pulse that shows the result there; a keyframe comes every ten seconds. */
final class ColdResult implements WindowBench.Measure {

    private static final int SECONDS = 60;
    /** Places that are seldom near each other, of which none comes twice in 97. */
    private static final int STRIDE = 37;
    private static final int PLACES = 97;

    @Override
    public String title() {
        return "click on the timeline → result there, 1080p, nothing decoded before, at most 600 ms";
    }

    @Override
    public double[] take(Path folder, int n) throws Exception {
        try (Opened opened = new Opened(folder)) {
            opened.add(opened.place().make("film.mp4",
                    List.of("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=25:duration=" + SECONDS, "-c:v", "libx264",
                            "-preset", "veryfast", "-g", "250", "-keyint_min", "250", "-sc_threshold", "0")));
            Workplace.until("the source is seen", () -> opened.sourcePicture().getImage() != null);
            Workplace.doFx(() -> opened.desk().edit(Text.verbatim("Change"), draft -> draft.with(
                    List.of(Card.of("scale").with("width", List.of("1280")), Card.of("compress").with("crf", List.of("23"))))));
            Workplace.until("the result is seen", () -> opened.resultPicture().getImage() != null);
            double[] taken = new double[4 * n];
            for (int i = 0; i < taken.length; i++) {
                double share = (double) (STRIDE * (i + 1) % PLACES) / PLACES;
                taken[i] = opened.untilResult(() -> opened.click(share));
            }
            return taken;
        }
    }
}
