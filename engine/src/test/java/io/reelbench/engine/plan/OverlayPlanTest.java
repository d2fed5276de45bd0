package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.problem.Code;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands in the way of a mark, before anything runs. */
class OverlayPlanTest {

    private static Media film() {
        Media logo = Given.empty("logo.png", "png_pipe")
                .video("png", new Size(1200, 800), Fraction.ONE, 0, Given.PAL, false, "rgba", 8, 444, true).still().media();
        return Given.film().knowing(k -> k.withFile(Path.of("/clips/logo.png"),
                new SideFile.Mark("png_pipe", logo.video().orElseThrow(), logo))).media();
    }

    @Test
    void anFfmpegThatOpensNoMarksIsToldAtOnce() {
        Capabilities all = Given.machine();
        Set<String> fewer = new HashSet<>(all.filters());
        fewer.remove("movie");
        Capabilities less = new Capabilities("other", all.encoders(), all.decoders(), fewer, all.muxers(), all.demuxers());
        Edit edit = Planning.recipe("{'op':'overlay','image':'{dir}/logo.png'}").apply(film(), new Problems());
        assertThat(new Planner(all).plan(edit).plan()).isPresent();
        Planned planned = new Planner(less).plan(edit);
        assertThat(planned.plan()).isEmpty();
        assertThat(planned.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.option()).isEqualTo("image");
            assertThat(problem.code()).isEqualTo(Code.NOT_AVAILABLE);
            assertThat(problem.text().toString()).contains("“movie”").contains("choose another ffmpeg");
        });
    }
}
