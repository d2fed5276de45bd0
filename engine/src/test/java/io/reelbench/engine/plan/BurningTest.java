package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.operation.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who draws captions: libass where ffmpeg has it and it would draw them as they are, else the program itself. */
class BurningTest {

    private static final Media CLIP = Given.film()
            .knowing(k -> k
                    .withFile(Path.of("/clips/talk.srt"), new SideFile.Lines("00:00:01,000 --> 00:00:02,000\nHi\n"))
                    .withFile(Path.of("/clips/signs.ass"),
                            new SideFile.Lines("[Script Info]\n[Fonts]\nfontname: a.ttf\n[Events]\n"
                                    + "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Up\n")))
            .media();

    private static Plan plan(boolean libass, String... steps) {
        Capabilities machine = Given.machine();
        Set<String> filters = new TreeSet<>(machine.filters());
        if (libass) {
            filters.add("ass");
        }
        Capabilities can = new Capabilities(machine.version(), machine.encoders(), machine.decoders(), filters, machine.muxers(),
                machine.demuxers(), Map.of());
        return new Planner(can).plan(Planning.recipe(steps).apply(CLIP, new Problems())).plan().orElseThrow();
    }

    private static String burn(String file, String more) {
        return "{'op':'subtitle-burn','subtitle':'/clips/" + file + "'" + more + "}";
    }

    @Test
    void libassDrawsItsOwnForm() {
        Plan plan = plan(true, burn("signs.ass", ",'offset':2"), "{'op':'trim','start':1}");
        List<String> commands = Planning.commands(plan);
        assertThat(commands.getFirst()).startsWith("write cues").contains("Dialogue").doesNotContain("a.ttf");
        assertThat(commands.getLast()).contains("setpts=PTS+1/TB,setpts=PTS-2/TB,ass=filename=cues")
                .contains("setpts=PTS+2/TB,setpts=PTS-1/TB").doesNotContain("movie=");
        // previews have no libass
        assertThat(plan.glimpse().orElseThrow().chain()).contains("movie=").doesNotContain("ass=filename");
    }

    @Test
    void whatLibassWouldDrawOtherwiseIsDrawnHere() {
        for (Plan plan : List.of(plan(false, burn("signs.ass", "")), plan(true, burn("talk.srt", "")),
                plan(true, burn("signs.ass", ",'colour':'yellow'")))) {
            assertThat(Planning.commands(plan).getFirst()).startsWith("own Inscribe");
            assertThat(Planning.commands(plan).getLast()).contains("movie=filename=cues").doesNotContain("ass=filename");
        }
    }
}
