package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                "color=gray:s=320x180:r=25:d=1,drawbox=x=80:y=40:w=100:h=80:t=fill:c=white,noise=alls=12:allf=t", "-f",
                "lavfi",
                "-i", "anoisesrc=a=0.004:r=48000:d=1", "-c:v", "libx264", "-crf", "4", "-c:a", "flac");
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

    private Path plain(String colour) throws Exception {
        return studio.clip("plain-" + colour + ".mp4", "-f", "lavfi", "-i",
                "color=0x" + colour + ":s=64x64:r=25:d=0.4,format=yuv420p",
                "-c:v", "libx264", "-crf", "1", "-colorspace", "smpte170m", "-color_primaries", "smpte170m", "-color_trc",
                "smpte170m",
                "-color_range", "tv");
    }

    private int[] rgb(Path clip, String... steps) throws Exception {
        return studio.pixel(made(clip, steps), 32, 32);
    }

    @Test
    void coloursChangeAsTold() throws Exception {
        Path clip = plain("804020");
        assertThat(rgb(clip, "{'op':'colour','saturation':0}")).satisfies(grey -> {
            assertThat(grey[0]).isCloseTo(grey[2], within(3));
            assertThat(grey[1]).isCloseTo(78, within(6));
        });
        assertThat(rgb(clip, "{'op':'colour','brightness':0.2}")[1]).isCloseTo(64 + 58, within(8));
        assertThat(rgb(clip, "{'op':'colour','hue':120}")[1]).isGreaterThan(90);
        // one stop is twice the light
        assertThat(rgb(clip, "{'op':'colour','exposure':1}")[1]).isCloseTo(128, within(20));
        assertThat(rgb(clip, "{'op':'colour','temperature':3000}")[2]).isLessThan(28);
        int[] deep = rgb(
                studio.clip("deep.mkv", "-i", clip.toString(), "-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-x265-params",
                        "log-level=error:lossless=1"),
                "{'op':'colour','brightness':0.2}");
        assertThat(deep[1]).isCloseTo(64 + 58, within(8));
    }

    @Test
    void anotherSpaceLooksTheSame() throws Exception {
        Path clip = plain("804020");
        Path hd = made(clip, "{'op':'colour','space':'bt709'}");
        assertThat(video(hd).colour()).isEqualTo(new Track.ColourSpace("tv", "bt709", "bt709", "bt709"));
        int[] rgb = studio.pixel(hd, 32, 32);
        assertThat(rgb[0]).isCloseTo(128, within(5));
        assertThat(rgb[1]).isCloseTo(64, within(5));
        Path full = made(clip, "{'op':'colour','range':'full'}");
        assertThat(video(full).colour().range()).isEqualTo("pc");
        assertThat(studio.pixel(full, 32, 32)[0]).isCloseTo(128, within(5));
    }

    @Test
    void highDynamicRangeIsMapped() throws Exception {
        Path hdr = studio.clip("hdr.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=24:duration=1", "-pix_fmt",
                "yuv420p10le",
                "-c:v", "libx265", "-preset", "ultrafast", "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace",
                "bt2020nc", "-x265-params", "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:"
                        + "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1):max-cll=1000,400");
        assertThat(video(hdr).hdr().kind()).isEqualTo(Track.Hdr.Kind.HDR10);
        Track.Video sdr = video(made(hdr, "{'op':'tone-map'}"));
        assertThat(sdr.hdr()).isEqualTo(Track.Hdr.NONE);
        assertThat(sdr.colour()).isEqualTo(new Track.ColourSpace("tv", "bt709", "bt709", "bt709"));
        assertThat(sdr.pixels().bits()).isEqualTo(8);
        Path still = made(hdr, "{'op':'tone-map'}", "{'op':'thumbnail','time':0.5,'format':'png'}");
        assertThat(video(still).pixels().bits()).isEqualTo(8);
    }

    /** Swaps red and blue. */
    private Path table(String name) throws Exception {
        StringBuilder text = new StringBuilder("TITLE \"swap\"\nLUT_3D_SIZE 2\n# a comment\n");
        for (int i = 0; i < 8; i++) {
            text.append("%d %d %d\n".formatted(i >> 2 & 1, i >> 1 & 1, i & 1));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aTableGrades() throws Exception {
        Path clip = plain("C04020");
        Path own = table("plain-C04020's; [table],'x.cube");
        String step = "{'op':'lut','file':'{dir}/{name}\\u0027s; [table],\\u0027x.cube'";
        int[] swapped = rgb(clip, step + "}");
        assertThat(swapped[0]).isCloseTo(0x20, within(5));
        assertThat(swapped[2]).isCloseTo(0xC0, within(5));
        assertThat(rgb(clip, step + ",'strength':0.5}")[0]).isCloseTo(0x70, within(6));
        assertThat(own).exists();
        assertThat(rgb(clip, "{'op':'crop','rect':'48:48'}", step + ",'strength':0.25}",
                "{'op':'scale','width':64,'enlarge':true}")[0])
                .isCloseTo(0x98, within(6));
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        Path clip = plain("C04020");
        record Bad(String text, String why) {
        }
        for (Bad bad : List.of(new Bad("", "is empty"), new Bad("LUT_3D_SIZE 2\n0 0 0\n", "1 points where it says 8"),
                new Bad("LUT_1D_SIZE 2\n0 0 0\n1 1 1\n", "one-dimensional"), new Bad("\u0000\u0001", "line 1"),
                new Bad("LUT_3D_SIZE 999\n", "it says 997002999"), new Bad("movie=/etc/passwd\n", "line 1"))) {
            Path file = Files.writeString(folder.resolve("bad.cube"), bad.text);
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(bad.text.hashCode() & 0xFFFFFFL));
            var task = studio.run(clip, "{'op':'lut','file':'" + file + "'}");
            assertThat(task.outcome().failure().orElseThrow().headline().toString()).as(bad.text).contains(bad.why);
        }
        var gone = studio.run(clip, "{'op':'lut','file':'/nowhere/{name}.cube'}");
        assertThat(gone.outcome().failure().orElseThrow().headline().toString())
                .contains("/nowhere/plain-C04020.cube is not there, which plain-C04020.mp4 needs");
        Path odd = Files.writeString(folder.resolve("x.txt"), "0 0 0");
        assertThat(studio.run(clip, "{'op':'lut','file':'" + odd + "'}").outcome().failure().orElseThrow().headline().toString())
                .contains("“.txt” is no table of colours");
    }

    @Test
    void stillsAreGradedToo() throws Exception {
        Path photo = studio.clip("red.png", "-f", "lavfi", "-i", "color=0xC04020:s=65x33,format=rgb24", "-frames:v", "1",
                "-update", "1",
                "-f", "image2");
        table("still.cube");
        int[] swapped = studio.pixel(made(photo, "{'op':'lut','file':'{dir}/still.cube'}"), 5, 5);
        assertThat(swapped[0]).isCloseTo(0x20, within(3));
        int[] grey = studio.pixel(made(photo, "{'op':'colour','saturation':0}"), 5, 5);
        assertThat(grey[0]).isCloseTo(grey[2], within(3));
        var same = studio.run(photo, "{'op':'tone-map'}");
        assertThat(same.outcome().notes()).first().asString().contains("is no HDR");
    }
}
