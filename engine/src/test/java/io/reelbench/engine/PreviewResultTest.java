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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
    void picturesThatMoveAndSeriesAreAsMade() throws Exception {
        String gif = "{'op':'gif','start':1,'duration':1,'fps':25,'width':320,'palette':'frame','dither':'none'}";
        assertThat(psnr(result(clip, 1_400_000, gif).frame().picture(), real(clip, 400_000, gif))).isGreaterThan(30);
        assertThat(result(clip, 500_000, gif).kept()).isFalse();
        assertThat(result(clip, 1_400_000, gif.replace("frame", "clip")).caveats()).extracting(Text::key)
                .containsExactly("preview.palette");
        String frames = "{'op':'frames','width':200,'format':'png'}";
        ResultFrame shown = result(clip, 1_000_000, frames);
        assertThat(shown.frame().picture().size()).isEqualTo(new Size(200, 113));
        Path second = Studio.output(studio.run(clip, frames)).resolve("clip-00002.png");
        Picture made = previews.frame(studio.look(second), new Where.At(0), LARGE).get(60, TimeUnit.SECONDS).picture();
        assertThat(psnr(shown.frame().picture(), made)).isGreaterThan(45);
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

    /**
     * An operation whose effect is seen.
     *
     * @param clip  the one that it is done to
     * @param steps as in a recipe, without what writes the file
     */
    private record Shown(Path clip, String... steps) {
    }

    /** Whatever is done to pictures, in front of a cut and behind one, is shown as it will be made. */
    @TestFactory
    List<DynamicTest> everyOperationOnThePictureIsAsMade() throws Exception {
        Path moving = studio.clip("moving.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4,noise=alls=12:allf=t", "-c:v",
                "libx264", "-crf", "6", "-g", "50");
        Path tape = studio.clip("tape.mkv", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=50:d=4,interlace=scan=tff", "-c:v",
                "mpeg2video", "-flags", "+ildct+ilme", "-q:v", "2");
        Path uneven = studio.clip("uneven.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=4,select='not(mod(n,3)*lt(t,2))'",
                "-fps_mode", "vfr", "-enc_time_base", "1/1000", "-c:v", "libx264", "-crf", "6");
        Path hdr = studio.clip("hdr.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4", "-pix_fmt", "yuv420p10le", "-c:v",
                "libx265", "-preset", "ultrafast", "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace",
                "bt2020nc",
                "-x265-params", "log-level=error:crf=8:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc");
        Path lying = studio.clip("lying.mp4", "-display_rotation:0", "-90", "-i", moving.toString(), "-c", "copy");
        Path wide = studio.clip("wide.mp4", "-i", moving.toString(), "-vf", "scale=160:180,setsar=2", "-c:v", "libx264", "-crf",
                "6");
        Path table = Files.writeString(folder.resolve("it's a [table].cube"),
                "LUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n");
        String lut = "{'op':'lut','file':'" + table.toString().replace("'", "\\u0027") + "'";
        List<Shown> all = List.of(new Shown(moving, "{'op':'crop','rect':'120:80:30:40'}"),
                new Shown(lying, "{'op':'crop','aspect':'1:1','align':'top'}"),
                new Shown(wide, "{'op':'crop','sides':'10%:0:0:20%'}"),
                new Shown(moving, "{'op':'rotate'}"), new Shown(lying, "{'op':'rotate','angle':180,'flip':'vertical'}"),
                new Shown(moving, "{'op':'rotate','straighten':6}"),
                new Shown(lying, "{'op':'rotate','mode':'tag'}", "{'op':'scale','width':160}"),
                new Shown(moving, "{'op':'frame-rate','rate':10}"), new Shown(moving, "{'op':'frame-rate','rate':60}"),
                new Shown(moving, "{'op':'frame-rate','rate':40,'method':'blend'}"),
                new Shown(moving, "{'op':'frame-rate','rate':50,'method':'motion'}"),
                new Shown(uneven, "{'op':'frame-rate','rate':30}"), new Shown(uneven, "{'op':'frame-rate'}"),
                new Shown(tape, "{'op':'deinterlace'}"), new Shown(tape, "{'op':'deinterlace','output-rate':'field'}"),
                new Shown(tape, "{'op':'deinterlace','method':'w3fdif'}"),
                new Shown(tape, "{'op':'deinterlace','method':'yadif'}", "{'op':'frame-rate','rate':12}"),
                new Shown(moving, "{'op':'colour','brightness':0.1,'contrast':1.3,'saturation':0.5,'gamma':1.2}"),
                new Shown(moving, "{'op':'colour','hue':90,'exposure':0.5,'temperature':4000}"),
                new Shown(moving, "{'op':'colour','space':'bt709'}"),
                new Shown(hdr, "{'op':'tone-map'}"),
                new Shown(hdr, "{'op':'tone-map','method':'hable','peak':600}", "{'op':'colour','brightness':0.1}"),
                new Shown(moving, lut + "}"), new Shown(moving, "{'op':'rotate'}", lut + ",'strength':0.4}"),
                new Shown(moving, "{'op':'denoise','strength':10}"),
                new Shown(moving, "{'op':'denoise','method':'fine','strength':6}"),
                new Shown(moving, "{'op':'sharpen','amount':1.5}"),
                new Shown(moving, "{'op':'sharpen','amount':1.5,'radius':19}"),
                new Shown(moving, "{'op':'sharpen','method':'adaptive','amount':0.8}"),
                new Shown(moving, "{'op':'fade','in':0.8,'out':1.1}"),
                new Shown(moving, "{'op':'speed','factor':2}"),
                new Shown(moving, "{'op':'speed','factor':0.5}", "{'op':'crop','rect':'100:100'}"),
                new Shown(moving, "{'op':'speed','factor':0.8,'interpolate':'blend'}"));
        return all.stream().flatMap(shown -> java.util.stream.Stream.of(
                DynamicTest.dynamicTest(shown.clip.getFileName() + " " + String.join(",", shown.steps), () -> isAsMade(shown, 0)),
                DynamicTest.dynamicTest(shown.clip.getFileName() + " " + String.join(",", shown.steps) + " behind a cut",
                        () -> isAsMade(shown, 1_000_000))))
                .toList();
    }

    private void isAsMade(Shown shown, long cutUs) throws Exception {
        List<String> steps = new java.util.ArrayList<>(List.of(shown.steps));
        if (cutUs > 0) {
            steps.addFirst("{'op':'trim','start':1,'end':3.4}");
        }
        steps.add("{'op':'transcode','container':'mkv','video-codec':'ffv1'}");
        String[] recipe = steps.toArray(String[]::new);
        Media source = studio.look(shown.clip);
        Media made = studio.look(Studio.output(studio.run(shown.clip, recipe)));
        Plan plan = studio.engine.plan(studio.recipe(recipe), source).plan().orElseThrow();
        for (long us : new long[]{1_005_000, 1_512_000, 3_110_000}) {
            ResultFrame seen = previews.result(plan, us, LARGE).get(60, TimeUnit.SECONDS);
            long at = plan.glimpse().orElseThrow().outputUs(us);
            Picture real = previews.frame(made, new Where.At(at), LARGE).get(60, TimeUnit.SECONDS).picture();
            assertThat(psnr(seen.frame().picture(), real)).as("at %d, which becomes %d", us, at).isGreaterThan(38);
        }
    }

    /** A still is the frame that the film would show then, also behind filters that look at other frames or move them in time. */
    @Test
    void aStillIsTheFilmsFrame() throws Exception {
        for (String step : new String[]{"{'op':'frame-rate','rate':10}", "{'op':'denoise','strength':12}",
                "{'op':'speed','factor':2}",
                "{'op':'fade','in':1,'out':0.4}", "{'op':'frame-rate','rate':40,'method':'blend'}"}) {
            for (String cut : new String[]{"{'op':'trim','start':0.4}", "{'op':'crop','rect':'600:300:20:20'}"}) {
                Media film = studio.look(Studio.output(studio.run(clip, cut, step,
                        "{'op':'transcode','container':'mkv','video-codec':'ffv1'}")));
                Picture frame = previews.frame(film, new Where.At(1_260_000), LARGE).get(60, TimeUnit.SECONDS).picture();
                Path still = Studio.output(studio.run(clip, cut, step, "{'op':'thumbnail','time':1.26,'format':'png'}"));
                Picture shown = previews.frame(studio.look(still), new Where.At(0), LARGE).get(60, TimeUnit.SECONDS).picture();
                assertThat(psnr(shown, frame)).as(cut + step).isGreaterThan(36);
            }
        }
    }
}
