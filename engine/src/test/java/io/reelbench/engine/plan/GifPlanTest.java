package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of pictures that move. */
class GifPlanTest {

    private static final String SMALL = "fps=15,scale=480:270:flags=lanczos:interl=-1,setsar=1";
    private static final String PALETTE = "palettegen=max_colors=256:reserve_transparent=0:stats_mode=full";
    private static final String USE = "paletteuse=dither=sierra2_4a:diff_mode=rectangle";
    private static final String END = " -fps_mode passthrough -c:v gif -loop 0 -f gif OUT0";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    private static Media longFilm() {
        return Given.empty("clip.mp4", "mov,mp4").seconds(300).video("h264", new Size(1920, 1080), Given.PAL).media();
    }

    @Test
    void aPartOfAFilmBecomesAGifInOneRun() {
        assertThat(commands(Given.film().media(), "{'op':'gif','start':12,'duration':3}")).containsExactly(
                "-ss 11.98 -t 3.02 -i IN0 -map 0:0 -filter:v:0 trim=end=3,setpts=PTS-0.02/TB," + SMALL
                        + ",split[a_0][b_0];[a_0]" + PALETTE + "[p_0];[b_0][p_0]" + USE + END);
    }

    @Test
    void aLongOneIsReadTwiceSinceItsFramesWouldNotFitIntoMemory() {
        assertThat(commands(longFilm(), "{'op':'gif'}")).containsExactly(
                "-i IN0 -map 0:0 -filter:v:0 " + SMALL + "," + PALETTE
                        + " -frames:v 1 -c:v png -update 1 -f image2 palette0.png",
                "-i IN0 -f png_pipe -i palette0.png -filter_complex [0:0]" + SMALL + "[b_0];[b_0][1:0]" + USE
                        + "[out0] -map [out0]" + END);
        assertThat(plan(longFilm(), "{'op':'gif'}").explanation().notes()).singleElement().asString()
                .matches("It lasts 5:00 and will have .* to .*; a film would be far smaller\\.");
    }

    @Test
    void aPaletteForEachFrameOrForEachScene() {
        assertThat(commands(Given.film().media(), "{'op':'gif','end':5,'palette':'frame','colours':64,'dither':'bayer','loop':1}")
                .getFirst()).contains("palettegen=max_colors=64:reserve_transparent=0:stats_mode=single")
                .contains("paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle:new=1").contains("-loop -1");
        assertThat(commands(Given.film().media(), "{'op':'gif','end':5,'palette':'scene','loop':3}")).satisfiesExactly(
                found -> assertThat(found).contains(
                        SMALL + ",select='gt(scene,0.2)',metadata=mode=print:key=lavfi.scene_score:file=scenes0.txt -f null -"),
                own -> assertThat(own).startsWith("own ScenePalettes[placeholder=palettes0, list=scenes0.txt"),
                made -> assertThat(made).contains(SMALL + ",@{palettes0}").contains("-loop 2"));
    }

    @Test
    void eachSceneHasABranchOfTheGraph() {
        Palettes palettes = new Palettes(256, false, GifForm.Dither.SIERRA, "_0");
        assertThat(palettes.forScenes("")).isEqualTo(palettes.forAll());
        assertThat(palettes.forScenes("frame:0    pts:37      pts_time:2.46\nlavfi.scene_score=0.9\n"))
                .isEqualTo("split=2[s_0_0][s_0_1];[s_0_0]trim=start_frame=0:end_frame=37,setpts=PTS-STARTPTS,split[a_0_0][b_0_0];"
                        + "[a_0_0]" + PALETTE + "[p_0_0];[b_0_0][p_0_0]" + USE
                        + "[d_0_0];[s_0_1]trim=start_frame=37,setpts=PTS-STARTPTS,split[a_0_1][b_0_1];" + "[a_0_1]" + PALETTE
                        + "[p_0_1];[b_0_1][p_0_1]" + USE + "[d_0_1];[d_0_0][d_0_1]concat=n=2");
    }

    @Test
    void webpCountsHowOftenItPlays() {
        assertThat(commands(Given.film().media(), "{'op':'gif','end':5,'format':'webp','loop':1,'image-quality':60}"))
                .containsExactly("-t 5 -i IN0 -map 0:0 -filter:v:0 trim=end=4.98," + SMALL
                        + ",format=yuv420p -fps_mode passthrough -c:v libwebp_anim -quality 60 -loop 1 -f webp OUT0");
    }

    @Test
    void itHasNoMoreFramesAndPixelsThanTheClip() {
        Media small = Given.empty("s.mp4", "mov,mp4").video("h264", new Size(320, 240), new Rate(10, 1)).seconds(5).media();
        assertThat(commands(small, "{'op':'gif'}").getFirst()).contains("-filter:v:0 fps=10,split");
        assertThat(commands(small, "{'op':'gif','width':640,'enlarge':true}").getFirst()).contains("scale=640:480");
        assertThat(Planning.plan(Given.film().media(), "{'op':'gif','start':70}").problems()).extracting(Problem::code)
                .containsExactly(Code.PAST_END);
    }

    @Test
    void ownPartsOfStepsAndSinksAddUp() {
        assertThat(commands(Given.film().media(), "{'op':'trim','start':10,'end':30}", "{'op':'gif','start':5,'duration':2}")
                .getFirst()).startsWith("-ss 14.98 -t 2.02 -i IN0");
        assertThat(commands(Given.film().media(), "{'op':'trim','keep':'1..3,10..12'}", "{'op':'gif'}").getFirst())
                .startsWith("-ss 0.98 -t 2.02 -i IN0 -ss 9.98 -t 2.02 -i IN0 -filter_complex [0:0]trim=end=2")
                .contains("[moving0_0][moving0_1]concat=n=2:v=1:a=0,fps=15").contains("[moving0] -map [moving0] -fps_mode");
    }
}
