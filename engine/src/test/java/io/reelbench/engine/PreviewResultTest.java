package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.preview.ResultFrame;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the preview of a recipe shows: the encoder's work, cuts, copies, and what a single frame cannot show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewResultTest {

    private static final double ALIKE = 0.98;

    @TempDir
    static Path folder;

    private Studio studio;
    private Screen screen;
    private Path clip;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        screen = new Screen(studio);
        clip = studio.clip("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-c:v", "libx264", "-crf", "8", "-g",
                "25");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    /** That the preview of one moment looks like that moment of the real output. */
    private void isAsMade(Path of, long us, long outUs, String... steps) throws Exception {
        ResultFrame shown = screen.result(of, us, steps);
        assertThat(shown.copied()).isFalse();
        assertThat(shown.encodedBytes()).isPresent();
        Picture real = screen.frame(Studio.output(studio.run(of, steps)), outUs);
        assertThat(Ssim.luma(shown.frame().picture(), real)).as(String.join(",", steps)).isGreaterThan(ALIKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'width':'160'", "'width':'150','height':'150','fit':'pad','pad-colour':'#ff0000'",
            "'width':'100','height':'150','fit':'cover'", "'width':'100','height':'150','fit':'stretch'"})
    void sizesAreAsMade(String size) throws Exception {
        isAsMade(clip, 1_000_000, 1_000_000, "{'op':'scale'," + size + "}", "{'op':'transcode','crf':12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'h264','crf':18", "'h265','crf':18,'preset':'veryfast'",
            "'av1','crf':20,'preset':'veryfast','container':'mp4'", "'vp9','crf':18,'preset':'veryfast','container':'webm'",
            "'prores','container':'mov'", "'dnxhr','container':'mov'", "'mjpeg','container':'mov'", "'ffv1','container':'mkv'"})
    void codecsAreAsMade(String codec) throws Exception {
        isAsMade(clip, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':" + codec + "}");
    }

    @Test
    void worseQualityLooksWorseAndNeedsLess() throws Exception {
        Picture source = screen.frame(clip, 1_000_000);
        ResultFrame good = screen.result(clip, 1_000_000, "{'op':'compress','crf':18}");
        ResultFrame bad = screen.result(clip, 1_000_000, "{'op':'compress','crf':45}");
        assertThat(bad.encodedBytes().getAsLong()).isLessThan(good.encodedBytes().getAsLong() / 2);
        assertThat(Ssim.luma(bad.frame().picture(), source)).isLessThan(Ssim.luma(good.frame().picture(), source) - 0.05);
    }

    @Test
    void cutsAreSeenButShowWhatIsCutAway() throws Exception {
        String cut = "{'op':'trim','start':0.4,'end':1.6}";
        isAsMade(clip, 700_000, 300_000, cut, "{'op':'transcode','crf':12}");
        ResultFrame before = screen.result(clip, 310_000, cut);
        assertThat(before.kept()).isFalse();
        assertThat(before.frame().atUs()).isEqualTo(280_000);
        assertThat(screen.result(clip, 1_560_000, cut).kept()).isTrue();
        assertThat(screen.result(clip, 1_600_000, cut).kept()).isFalse();
    }

    @Test
    void aCopiedPictureIsTheSourcesOwn() throws Exception {
        ResultFrame copied = screen.result(clip, 1_000_000, "{'op':'transcode','container':'mkv'}");
        assertThat(copied.copied()).isTrue();
        assertThat(copied.kept()).isTrue();
        assertThat(copied.encodedBytes()).isEmpty();
        assertThat(copied.frame().picture().bgra()).isEqualTo(screen.frame(clip, 1_000_000).bgra());
    }

    @Test
    void whatOneFrameCannotShowIsSaid() throws Exception {
        assertThat(screen.result(clip, 0, "{'op':'compress','target-size':'200kB'}").caveats()).extracting(Text::key)
                .contains("preview.rate-control");
        assertThat(screen.result(clip, 0, "{'op':'transcode','video-codec':'h265','crf':30,'preset':'veryslow'}").caveats())
                .extracting(Text::key).contains("preview.faster", "preview.one-frame");
        assertThat(screen.result(clip, 0, "{'op':'gif','palette':'clip'}").caveats()).extracting(Text::key)
                .containsExactly("preview.palette");
    }

    @Test
    void turnedAndAnamorphicClipsAreAsMade() throws Exception {
        Path turned = studio.clip("turned.mp4", "-display_rotation", "-90", "-i", clip.toString(), "-c", "copy");
        Path wide = studio.clip("wide.mp4", "-i", clip.toString(), "-vf", "scale=160:180,setsar=2", "-c:v", "libx264", "-crf",
                "8");
        for (Path each : new Path[]{turned, wide}) {
            isAsMade(each, 1_000_000, 1_000_000, "{'op':'scale','height':'120'}", "{'op':'transcode','crf':12}");
            isAsMade(each, 1_000_000, 1_000_000, "{'op':'compress','crf':12}");
        }
    }

    @Test
    void whatIsNotTakenIsShownAsLeftOut() throws Exception {
        String still = "{'op':'thumbnail','time':1.2,'format':'png'}";
        assertThat(screen.result(clip, 1_200_000, still).kept()).isTrue();
        assertThat(screen.result(clip, 500_000, still).kept()).isFalse();
        assertThat(screen.result(clip, 500_000, "{'op':'gif','start':1,'duration':0.5}").kept()).isFalse();
    }

    /** A still is the frame that the film would show then, also behind filters that look at other frames or move them in time. */
    @ParameterizedTest
    @ValueSource(strings = {"{'op':'frame-rate','rate':10}", "{'op':'denoise','strength':12}", "{'op':'speed','factor':2}",
            "{'op':'fade','in':0.6,'out':0.4}", "{'op':'frame-rate','rate':40,'method':'blend'}"})
    void aStillIsTheFilmsFrame(String step) throws Exception {
        for (String cut : new String[]{"{'op':'trim','start':0.2}", "{'op':'crop','rect':'300:150:10:10'}"}) {
            Picture frame = screen.frame(Studio.output(studio.run(clip, cut, step,
                    "{'op':'transcode','container':'mkv','video-codec':'ffv1'}")), 660_000);
            Path still = Studio.output(studio.run(clip, cut, step, "{'op':'thumbnail','time':0.66,'format':'png'}"));
            assertThat(Ssim.luma(screen.frame(still, 0), frame)).as(cut + step).isGreaterThan(ALIKE);
        }
    }
}
