package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.Picture;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.preview.ResultFrame;
import io.reelbench.engine.preview.Where;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the preview of a recipe shows is what the recipe then makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewResultTest {

    private static final Size LARGE = new Size(2000, 2000);

    @TempDir
    static Path folder;

    private Studio studio;
    private Previews previews;
    private Path clip;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        previews = studio.engine.previews();
        clip = studio.clip("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=4", "-c:v", "libx264", "-crf", "8", "-g",
                "25");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private ResultFrame result(Path of, long us, String... steps) throws Exception {
        Media media = studio.look(of);
        Plan plan = studio.engine.plan(studio.recipe(steps), media).plan().orElseThrow();
        return previews.result(plan, us, LARGE).get(60, TimeUnit.SECONDS);
    }

    /** The same moment of the real output. */
    private Picture real(Path of, long outUs, String... steps) throws Exception {
        Media made = studio.look(Studio.output(studio.run(of, steps)));
        return previews.frame(made, new Where.At(outUs), LARGE).get(60, TimeUnit.SECONDS).picture();
    }

    private static double psnr(Picture a, Picture b) {
        assertThat(a.size()).isEqualTo(b.size());
        double sum = 0;
        for (int i = 0; i < a.bgra().capacity(); i++) {
            int difference = (a.bgra().get(i) & 0xFF) - (b.bgra().get(i) & 0xFF);
            sum += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255 * a.bgra().capacity() / Math.max(sum, 1));
    }

    private void isAsMade(double least, long us, long outUs, String... steps) throws Exception {
        ResultFrame shown = result(clip, us, steps);
        assertThat(shown.copied()).isFalse();
        assertThat(shown.encodedBytes()).isPresent();
        assertThat(psnr(shown.frame().picture(), real(clip, outUs, steps))).as(String.join(",", steps)).isGreaterThan(least);
    }

    @Test
    void sizesAreAsMade() throws Exception {
        isAsMade(33, 1_500_000, 1_500_000, "{'op':'scale','width':'320'}");
        isAsMade(33, 2_000_000, 2_000_000, "{'op':'scale','width':'300','height':'300','fit':'pad','pad-colour':'#ff0000'}");
        isAsMade(33, 2_000_000, 2_000_000, "{'op':'scale','width':'200','height':'300','fit':'cover'}");
        isAsMade(33, 2_000_000, 2_000_000, "{'op':'scale','width':'200','height':'300','fit':'stretch'}");
    }

    @Test
    void codecsAreAsMade() throws Exception {
        isAsMade(30, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'h264','crf':18}");
        isAsMade(30, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'h265','crf':20,'preset':'veryfast'}");
        isAsMade(30, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'av1','crf':25,'container':'mp4'}");
        isAsMade(30, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'vp9','crf':25,'container':'webm'}");
        isAsMade(40, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'prores','container':'mov'}");
        isAsMade(40, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'mjpeg','container':'mov'}");
        isAsMade(40, 1_000_000, 1_000_000, "{'op':'transcode','video-codec':'ffv1','container':'mkv'}");
    }

    @Test
    void worseQualityLooksWorseAndNeedsLess() throws Exception {
        Picture source = previews.frame(studio.look(clip), new Where.At(1_000_000), LARGE).get().picture();
        ResultFrame good = result(clip, 1_000_000, "{'op':'compress','crf':18}");
        ResultFrame bad = result(clip, 1_000_000, "{'op':'compress','crf':45}");
        assertThat(bad.encodedBytes().getAsLong()).isLessThan(good.encodedBytes().getAsLong() / 2);
        assertThat(psnr(bad.frame().picture(), source)).isLessThan(psnr(good.frame().picture(), source) - 5);
    }

    @Test
    void cutsAreSeenButShowWhatIsCutAway() throws Exception {
        String cut = "{'op':'trim','start':1,'end':3}";
        isAsMade(30, 1_500_000, 500_000, cut);
        ResultFrame before = result(clip, 500_000, cut);
        assertThat(before.kept()).isFalse();
        assertThat(before.frame().atUs()).isEqualTo(480_000);
        assertThat(result(clip, 2_960_000, cut).kept()).isTrue();
        assertThat(result(clip, 3_000_000, cut).kept()).isFalse();
    }

    @Test
    void aCopiedPictureIsTheSourcesOwn() throws Exception {
        ResultFrame copied = result(clip, 1_000_000, "{'op':'transcode','container':'mkv'}");
        Picture source = previews.frame(studio.look(clip), new Where.At(1_000_000), LARGE).get().picture();
        assertThat(copied.copied()).isTrue();
        assertThat(copied.kept()).isTrue();
        assertThat(copied.encodedBytes()).isEmpty();
        assertThat(copied.frame().picture().bgra()).isEqualTo(source.bgra());
    }

    @Test
    void whatOneFrameCannotShowIsSaid() throws Exception {
        assertThat(result(clip, 0, "{'op':'compress','target-size':'200kB'}").caveats()).extracting(Text::key)
                .contains("preview.rate-control");
        assertThat(result(clip, 0, "{'op':'transcode','video-codec':'h265','crf':30,'preset':'veryslow'}").caveats())
                .extracting(Text::key).contains("preview.faster", "preview.one-frame");
    }

    @Test
    void stillsAreAsMade() throws Exception {
        for (String format : new String[]{"png", "jpg", "webp", "avif"}) {
            String step = "{'op':'thumbnail','time':1.2,'format':'" + format + "','width':'320'}";
            ResultFrame shown = result(clip, 1_200_000, step);
            assertThat(shown.kept()).isTrue();
            assertThat(psnr(shown.frame().picture(), real(clip, 0, step))).as(format)
                    .isGreaterThan(format.equals("avif") ? 35 : 45);
            assertThat(result(clip, 2_000_000, step).kept()).isFalse();
        }
    }

    @Test
    void turnedAndAnamorphicClipsAreAsMade() throws Exception {
        Path turned = studio.clip("turned.mp4", "-display_rotation", "-90", "-i", clip.toString(), "-c", "copy");
        Path wide = studio.clip("wide.mp4", "-i", clip.toString(), "-vf", "scale=320:360,setsar=2", "-c:v", "libx264", "-crf",
                "8");
        for (Path each : new Path[]{turned, wide}) {
            String step = "{'op':'scale','height':'200'}";
            assertThat(psnr(result(each, 1_000_000, step).frame().picture(), real(each, 1_000_000, step))).isGreaterThan(32);
            String only = "{'op':'compress','crf':20}";
            assertThat(psnr(result(each, 1_000_000, only).frame().picture(), real(each, 1_000_000, only))).isGreaterThan(30);
        }
    }

    @Test
    void fadesAreAsMade() throws Exception {
        isAsMade(33, 1_000_000, 1_000_000, "{'op':'fade','in':2,'out':1}");
        isAsMade(30, 3_520_000, 3_520_000, "{'op':'fade','in':0,'out':1,'colour':'white'}");
    }
}
