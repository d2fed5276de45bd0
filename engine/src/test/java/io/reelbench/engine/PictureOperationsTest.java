package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operations on the picture on real clips with the real ffmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureOperationsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    /** Four quarters: red, green, blue, white; clockwise from the top left. */
    private Path quarters;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        quarters = studio.clip("quarters.mp4", "-f", "lavfi", "-i",
                "color=red:s=160x90:r=25:d=2,drawbox=x=80:y=0:w=80:h=45:c=lime:t=fill,drawbox=x=80:y=45:w=80:h=45:c=blue:t=fill,"
                        + "drawbox=x=0:y=45:w=80:h=45:c=white:t=fill",
                "-c:v", "libx264", "-crf", "8", "-pix_fmt", "yuv420p");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(Path clip, String... steps) throws Exception {
        return Studio.output(studio.run(clip, steps));
    }

    private Track.Video video(Path file) throws Exception {
        Media media = studio.look(file);
        return media.video().orElseThrow();
    }

    private String colour(Path file, int x, int y) throws Exception {
        int[] rgb = studio.pixel(file, x, y);
        boolean red = rgb[0] > 128;
        boolean green = rgb[1] > 128;
        boolean blue = rgb[2] > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    @Test
    void aCropKeepsItsRegion() throws Exception {
        Path green = made(quarters, "{'op':'crop','rect':'60:40:90:2'}");
        assertThat(video(green).upright()).isEqualTo(new Size(60, 40));
        assertThat(colour(green, 2, 2)).isEqualTo("green");
        assertThat(colour(green, 57, 37)).isEqualTo("green");
        Path tall = made(quarters, "{'op':'crop','aspect':'1:1','align':'left'}");
        assertThat(video(tall).upright()).isEqualTo(new Size(90, 90));
        assertThat(colour(tall, 2, 2)).isEqualTo("red");
    }

    @Test
    void blackBarsAreFoundAndCutOff() throws Exception {
        Path barred = studio.clip("barred.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4,pad=400:300:40:60", "-c:v",
                "libx264", "-preset", "ultrafast", "-g", "10");
        assertThat(video(made(barred, "{'op':'crop'}")).upright()).isEqualTo(new Size(320, 180));
        // the first half is black, and there is one keyframe only
        Path dark = studio.clip("dark.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=320x180:r=25:d=4,pad=320:240:0:30,fade=st=1.5:d=0.5", "-c:v", "libx264", "-preset", "ultrafast", "-g",
                "500");
        assertThat(video(made(dark, "{'op':'crop'}")).upright()).isEqualTo(new Size(320, 180));
    }

    @Test
    void aStillIsCroppedToThePixel() throws Exception {
        Path photo = studio.clip("photo.png", "-i", quarters.toString(), "-frames:v", "1", "-update", "1", "-f", "image2");
        Path cut = made(photo, "{'op':'crop','rect':'33:31:80:45'}");
        assertThat(cut.toString()).endsWith(".png");
        assertThat(video(cut).upright()).isEqualTo(new Size(33, 31));
        assertThat(colour(cut, 0, 0)).isEqualTo("blue");
    }

    /** The colours of the four corners, clockwise from the top left. */
    private String corners(Path file) throws Exception {
        Size size = video(file).upright();
        int right = size.width() - 8;
        int bottom = size.height() - 8;
        return String.join(" ", colour(file, 7, 7), colour(file, right, 7), colour(file, right, bottom), colour(file, 7, bottom));
    }

    @Test
    void turnsAndMirrors() throws Exception {
        assertThat(corners(quarters)).isEqualTo("red green blue white");
        assertThat(corners(made(quarters, "{'op':'rotate'}"))).isEqualTo("white red green blue");
        assertThat(corners(made(quarters, "{'op':'rotate','angle':180}"))).isEqualTo("blue white red green");
        assertThat(corners(made(quarters, "{'op':'rotate','angle':270,'flip':'horizontal'}"))).isEqualTo("blue green red white");
        assertThat(corners(made(quarters, "{'op':'rotate','flip':'vertical'}"))).isEqualTo("white blue green red");
    }

    @Test
    void aTagIsShownAsTurnedPixelsAre() throws Exception {
        Path lying = studio.clip("lying.mp4", "-display_rotation:0", "90", "-display_vflip:0", "-i", quarters.toString(), "-c",
                "copy");
        for (Path clip : new Path[]{quarters, lying}) {
            for (String turn : new String[]{"'angle':90", "'angle':90,'flip':'horizontal'", "'angle':180,'flip':'vertical'",
                    "'angle':270,'flip':'both'"}) {
                Path pixels = made(clip, "{'op':'rotate'," + turn + "}");
                Path tag = made(clip, "{'op':'rotate','mode':'tag'," + turn + "}");
                assertThat(corners(tag)).as(clip.getFileName() + " " + turn).isEqualTo(corners(pixels));
                assertThat(video(tag).coded()).isEqualTo(video(clip).coded());
                assertThat(video(pixels).rotation()).isZero();
                Path both = made(clip, "{'op':'rotate','mode':'tag'," + turn + "}", "{'op':'scale','width':'50%'}");
                assertThat(corners(both)).as(clip.getFileName() + " then scaled " + turn).isEqualTo(corners(pixels));
            }
        }
        Path stream = made(lying, "{'op':'transcode','container':'ts'}");
        assertThat(corners(stream)).as("a container without such tags").isEqualTo(corners(lying));
    }

    @Test
    void straighteningLeavesNoEmptyCorner() throws Exception {
        Path white = studio.clip("white.mp4", "-f", "lavfi", "-i", "color=white:s=320x180:r=25:d=0.4", "-c:v", "libx264", "-crf",
                "5");
        Path straight = made(white, "{'op':'rotate','straighten':7}");
        Size size = video(straight).upright();
        assertThat(size.width()).isBetween(280, 319);
        assertThat(size.height()).isBetween(120, 179);
        byte[] luma = studio.raw(straight, "-frames:v", "1", "-vf", "extractplanes=y", "-f", "rawvideo");
        for (byte one : luma) {
            assertThat(one & 0xFF).isGreaterThan(225);
        }
    }

    @Test
    void aConstantRateRepeatsAndDrops() throws Exception {
        Path counted = studio.counted("counted.mp4", 2, 25);
        Path fifty = made(counted, "{'op':'frame-rate','rate':50}");
        assertThat(studio.frames(fifty)).hasSize(100).startsWith(0, 0, 1, 1, 2).isSorted();
        assertThat(studio.frames(made(counted, "{'op':'frame-rate','rate':12.5}"))).hasSize(25);
        Path uneven = studio.clip("uneven.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=320x180:r=25:d=4,select='lt(n,50)+not(mod(n,3))'",
                "-fps_mode", "vfr", "-enc_time_base", "demux", "-c:v", "libx264", "-preset", "ultrafast");
        assertThat(video(uneven).variable()).isTrue();
        Track.Video even = video(made(uneven, "{'op':'frame-rate','rate':25}"));
        assertThat(even.variable()).isFalse();
        assertThat(even.rate().orElseThrow()).hasToString("25");
        assertThat(studio.look(made(uneven, "{'op':'frame-rate'}")).lengthUs().orElseThrow()).isBetween(3_900_000L, 4_100_000L);
    }

    @Test
    void fieldsBecomeFrames() throws Exception {
        Path tape = studio.clip("tape.mpg", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=50:d=2,interlace=scan=tff", "-c:v",
                "mpeg2video", "-flags", "+ildct+ilme", "-b:v", "4M");
        assertThat(video(tape).fields()).isEqualTo(Track.Fields.TOP_FIRST);
        Track.Video frames = video(made(tape, "{'op':'deinterlace'}"));
        assertThat(frames.fields()).isEqualTo(Track.Fields.PROGRESSIVE);
        assertThat(frames.rate().orElseThrow()).hasToString("25");
        Path fields = made(tape, "{'op':'deinterlace','output-rate':'field'}");
        assertThat(video(fields).rate().orElseThrow()).hasToString("50");
        assertThat(studio.raw(fields, "-vf", "scale=1:1,format=gray", "-f", "rawvideo")).hasSizeBetween(96, 101);
        // the same pictures without any flag
        Path liar = studio.clip("liar.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=320x240:r=50:d=2,interlace=scan=bff,setfield=prog", "-c:v", "libx264", "-crf", "10");
        assertThat(video(liar).fields().isInterlaced()).isFalse();
        var task = studio.run(liar, "{'op':'deinterlace'}", "{'op':'transcode','crf':10}");
        assertThat(combing(Studio.output(task))).isLessThan(combing(liar) * 0.8);
        var idle = studio.run(quarters, "{'op':'deinterlace'}");
        assertThat(idle.outcome().notes()).singleElement().asString().contains("is progressive");
    }

    /** How much more neighbouring lines differ than those of one field do: 2 or more in combed frames that move. */
    private double combing(Path film) throws Exception {
        int width = video(film).upright().width();
        byte[] luma = studio.raw(film, "-vf", "extractplanes=y", "-fps_mode", "passthrough", "-f", "rawvideo");
        long lines = 0;
        long fields = 1;
        for (int i = 0; i + 2 * width < luma.length; i++) {
            lines += Math.abs((luma[i] & 0xFF) - (luma[i + width] & 0xFF));
            fields += Math.abs((luma[i] & 0xFF) - (luma[i + 2 * width] & 0xFF));
        }
        return (double) lines / fields;
    }

    @Test
    void telecineIsUndone() throws Exception {
        Path video = studio.clip("telecined.mkv", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=24000/1001:d=3,telecine=pattern=23",
                "-c:v", "mpeg2video", "-flags", "+ildct+ilme", "-b:v", "6M");
        assertThat(video(video).rate().orElseThrow()).hasToString("30000/1001");
        Path film = made(video, "{'op':'deinterlace','method':'inverse-telecine'}", "{'op':'transcode','container':'mp4'}");
        assertThat(video(film).rate().orElseThrow()).hasToString("24000/1001");
        assertThat(studio.raw(film, "-vf", "scale=1:1,format=gray", "-f", "rawvideo")).hasSizeBetween(70, 73);
    }

    /** Mean difference of neighbouring pixels of the first frame's luma. */
    private double roughness(Path film) throws Exception {
        byte[] luma = studio.raw(film, "-ss", "0.6", "-frames:v", "1", "-vf", "extractplanes=y", "-f", "rawvideo");
        long sum = 0;
        for (int i = 1; i < luma.length; i++) {
            sum += Math.abs((luma[i] & 0xFF) - (luma[i - 1] & 0xFF));
        }
        return (double) sum / luma.length;
    }

    @Test
    void noiseGoesAndEdgesCome() throws Exception {
        Path noisy = studio.clip("noisy.mp4", "-f", "lavfi", "-i",
                "color=gray:s=320x180:r=25:d=1,drawbox=x=80:y=40:w=100:h=80:t=fill:c=white,noise=alls=30:allf=t", "-f",
                "lavfi",
                "-i", "anoisesrc=a=0.02:r=48000:d=1", "-c:v", "libx264", "-crf", "4", "-c:a", "flac");
        String good = "{'op':'transcode','crf':4,'audio-codec':'flac','container':'mkv'}";
        double before = roughness(noisy);
        assertThat(roughness(made(noisy, "{'op':'denoise','strength':12}", good))).isLessThan(before * 0.7);
        assertThat(roughness(made(noisy, "{'op':'denoise','method':'fine','strength':8}", good))).isLessThan(before * 0.7);
        assertThat(roughness(made(noisy, "{'op':'sharpen','amount':1.5}", good))).isGreaterThan(before * 1.5);
        assertThat(roughness(made(noisy, "{'op':'sharpen','amount':1.5,'radius':21}", good))).isGreaterThan(before * 1.5);
        assertThat(roughness(made(noisy, "{'op':'sharpen','amount':-1}", good))).isLessThan(before * 0.8);
        Path quiet = made(noisy, "{'op':'denoise','target':'sound','reduction':30}", good);
        assertThat(loudness(quiet)).isLessThan(loudness(noisy) / 2);
    }

    private double loudness(Path film) throws Exception {
        byte[] samples = studio.raw(film, "-map", "0:a:0", "-ac", "1", "-ss", "0.5", "-f", "s16le");
        double sum = 0;
        for (int i = 0; i + 1 < samples.length; i += 2) {
            double sample = (short) (samples[i] & 0xFF | samples[i + 1] << 8);
            sum += sample * sample;
        }
        return Math.sqrt(sum / (samples.length / 2.0));
    }

    @Test
    void transparencySurvives() throws Exception {
        Path glass = studio.clip("glass.png", "-f", "lavfi", "-i", "color=red:s=64x64,format=rgba,colorchannelmixer=aa=0.5",
                "-frames:v", "1", "-update", "1", "-f", "image2");
        for (String step : new String[]{"{'op':'denoise'}", "{'op':'denoise','method':'fine'}", "{'op':'sharpen'}",
                "{'op':'rotate'}", "{'op':'crop','rect':'31:31'}", "{'op':'sharpen','radius':19}"}) {
            byte[] rgba = studio.raw(made(glass, step), "-vf", "format=rgba", "-f", "rawvideo");
            assertThat(rgba[3] & 0xFF).as(step).isBetween(120, 135);
            assertThat(rgba[0] & 0xFF).as(step).isGreaterThan(240);
        }
    }
}
