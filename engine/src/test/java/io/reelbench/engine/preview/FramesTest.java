package io.reelbench.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real decoder on real clips: every frame is the right one, upright and in its colours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramesTest {

    private static final Size SMALL = new Size(320, 320);
    private static final String[] B_FRAMES = {"-c:v", "libx264", "-crf", "10", "-bf", "3", "-g", "25", "-sc_threshold", "0"};
    private static final long END = 1L << 40;

    @TempDir
    static Path folder;

    private DecodedPreviews previews;

    @BeforeAll
    void open() {
        previews = new DecodedPreviews(Clips.launcher(), folder.resolve("cache"), 1L << 30, 192L << 20);
    }

    @AfterAll
    void close() {
        previews.close();
    }

    private Frame at(Media clip, Where where) throws Exception {
        return got(previews.frame(clip, where, SMALL));
    }

    private static <T> T got(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private int number(Media clip, Where where) throws Exception {
        return Numbered.of(at(clip, where).picture());
    }

    private static Failure failure(CompletableFuture<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
            throw new AssertionError("it did not fail");
        } catch (ExecutionException failed) {
            return ((FailedException) failed.getCause()).failure();
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks for frames in an order that seeks forth and back, at their start, in their middle and just before their end. */
    private void everyFrameIsFound(Media clip, int count) throws Exception {
        List<String> wrong = new ArrayList<>();
        long length = 40_000;
        for (int n : List.of(0, 49, 1, 24, 25, 26, 13, 12, 48, 27, 99, 74, 75, 76, 60)) {
            if (n >= count) {
                continue;
            }
            long time = n * length;
            check(wrong, "at " + n, n, number(clip, new Where.At(time)));
            check(wrong, "inside " + n, n, number(clip, new Where.At(time + length / 2)));
            check(wrong, "late in " + n, n, number(clip, new Where.At(time + length - 1100)));
            check(wrong, "after " + n, Math.min(n + 1, count - 1), number(clip, new Where.NextFrame(time)));
            check(wrong, "before " + n, Math.max(0, n - 1), number(clip, new Where.PreviousFrame(time)));
        }
        check(wrong, "the end", count - 1, number(clip, new Where.At(END)));
        check(wrong, "past the end", count - 1, number(clip, new Where.NextFrame(END)));
        assertThat(wrong).as(clip.name()).isEmpty();
    }

    private static void check(List<String> wrong, String what, int expected, int is) {
        if (is != expected % 50) {
            wrong.add(what + ": " + is);
        }
    }

    @Test
    void everyFrameIsFoundInEveryContainer() throws Exception {
        for (String name : List.of("b.mp4", "b.mkv", "b.mov", "b.ts", "b.flv")) {
            everyFrameIsFound(Clips.probe(Numbered.film(folder.resolve(name), "25", 4, B_FRAMES)), 100);
        }
    }

    @Test
    void everyFrameIsFoundWithOtherCodecs() throws Exception {
        everyFrameIsFound(
                Clips.probe(Numbered.film(folder.resolve("v.webm"), "25", 4, "-c:v", "libvpx-vp9", "-crf", "10", "-b:v", "0",
                        "-deadline", "realtime", "-cpu-used", "8", "-g", "25")),
                100);
        everyFrameIsFound(Clips.probe(Numbered.film(folder.resolve("h.mp4"), "25", 4, "-c:v", "libx265", "-crf", "8", "-preset",
                "ultrafast", "-x265-params", "log-level=error:keyint=25:open-gop=1:bframes=3")), 100);
        everyFrameIsFound(
                Clips.probe(Numbered.film(folder.resolve("m.avi"), "25", 4, "-c:v", "mpeg4", "-q:v", "2", "-bf", "2", "-g",
                        "25")),
                100);
        everyFrameIsFound(
                Clips.probe(Numbered.film(folder.resolve("m.mpg"), "25", 4, "-c:v", "mpeg2video", "-q:v", "2", "-bf", "2",
                        "-g", "12")),
                100);
        everyFrameIsFound(Clips.probe(Numbered.film(folder.resolve("p.mov"), "25", 4, "-c:v", "prores_ks")), 100);
    }

    @Test
    void openGopsAreDecodedFromBeforeThem() throws Exception {
        everyFrameIsFound(
                Clips.probe(Numbered.film(folder.resolve("open.mp4"), "25", 4, "-c:v", "libx264", "-crf", "10", "-bf", "3",
                        "-x264-params", "open-gop=1:keyint=25:scenecut=0")),
                100);
        everyFrameIsFound(
                Clips.probe(Numbered.film(folder.resolve("open.mkv"), "25", 4, "-c:v", "libx264", "-crf", "10", "-bf", "3",
                        "-x264-params", "open-gop=1:keyint=25:scenecut=0")),
                100);
    }

    @Test
    void timesCountFromTheFirstFrameThatIsShown() throws Exception {
        Path film = Numbered.film(folder.resolve("whole.mp4"), "25", 4, B_FRAMES);
        Media late = Clips.probe(Clips.make(folder.resolve("late.ts"),
                List.of("-i", film.toString(), "-c", "copy", "-output_ts_offset", "100")));
        everyFrameIsFound(late, 100);
        // the edit list hides the frames from the keyframe at 25 up to 30
        Media cut = Clips
                .probe(Clips.make(folder.resolve("cut.mp4"), List.of("-ss", "1.2", "-i", film.toString(), "-c", "copy")));
        assertThat(number(cut, new Where.At(0))).isEqualTo(30);
        assertThat(number(cut, new Where.At(400_000))).isEqualTo(40);
        assertThat(number(cut, new Where.PreviousFrame(40_000))).isEqualTo(30);
        assertThat(number(cut, new Where.PreviousFrame(0))).isEqualTo(30);
    }

    @Test
    void unevenFramesHaveTheirOwnTimes() throws Exception {
        Media clip = Clips.probe(Numbered.filtered(folder.resolve("vfr.mp4"), "25", 4, ",select='lt(n,50)+not(mod(n,3))'",
                "-fps_mode", "vfr", "-enc_time_base", "demux", "-c:v", "libx264", "-crf", "10", "-g", "25"));
        // of the second half every third frame is there: 51, 54, 57 …
        assertThat(number(clip, new Where.At(49 * 40_000))).isEqualTo(49);
        Frame next = at(clip, new Where.NextFrame(49 * 40_000));
        assertThat(next.atUs()).isEqualTo(51 * 40_000);
        assertThat(Numbered.of(next.picture())).isEqualTo(1);
        assertThat(number(clip, new Where.At(53 * 40_000))).isEqualTo(1);
        assertThat(number(clip, new Where.At(54 * 40_000))).isEqualTo(4);
        assertThat(at(clip, new Where.PreviousFrame(54 * 40_000)).atUs()).isEqualTo(51 * 40_000);
    }

    @Test
    void stepsFromKeyframeToKeyframe() throws Exception {
        for (String name : List.of("k.mp4", "k.mkv", "k.ts")) {
            Media clip = Clips.probe(Numbered.film(folder.resolve(name), "25", 4, B_FRAMES));
            assertThat(number(clip, new Where.NextKeyframe(0))).as(name).isEqualTo(25);
            assertThat(number(clip, new Where.NextKeyframe(990_000))).as(name).isEqualTo(25);
            assertThat(number(clip, new Where.NextKeyframe(1_000_000))).as(name).isZero();
            assertThat(number(clip, new Where.NextKeyframe(3_500_000))).as(name).isEqualTo(49);
            assertThat(number(clip, new Where.PreviousKeyframe(1_040_000))).as(name).isEqualTo(25);
            assertThat(number(clip, new Where.PreviousKeyframe(1_000_000))).as(name).isZero();
            assertThat(number(clip, new Where.PreviousKeyframe(0))).as(name).isZero();
            // how near it comes at once depends on the machine, not that it comes there
            int near = number(clip, new Where.Near(1_960_000));
            assertThat(near).as(name).isBetween(0, 49);
            for (int i = 0; i < 50 && near < 49; i++) {
                near = number(clip, new Where.Near(1_960_000));
            }
            assertThat(near).as(name).isEqualTo(49);
            assertThat(at(clip, new Where.At(1_040_000)).keyframe()).as(name).isFalse();
            assertThat(got(previews.keyframes(clip))).as(name).hasSize(4).startsWith(0);
        }
    }

    @Test
    void picturesStandUprightInSquarePixels() throws Exception {
        Path flat = Clips.make(folder.resolve("flat.mp4"), List.of("-f", "lavfi", "-i",
                "color=red:s=160x90:r=25:d=1,drawbox=0:0:80:90:blue:fill", "-c:v", "libx264", "-crf", "5", "-pix_fmt",
                "yuv444p"));
        // left is blue; turned clockwise, left becomes the top
        Picture turned = at(Clips.probe(Clips.make(folder.resolve("turned.mp4"),
                List.of("-display_rotation", "-90", "-i", flat.toString(), "-c", "copy"))), new Where.At(0)).picture();
        assertThat(turned.size()).isEqualTo(new Size(90, 160));
        assertThat(colour(turned, 45, 10)).isEqualTo("blue");
        assertThat(colour(turned, 45, 150)).isEqualTo("red");
        Picture mirrored = at(Clips.probe(Clips.make(folder.resolve("mirrored.mp4"),
                List.of("-display_hflip", "-i", flat.toString(), "-c", "copy"))), new Where.At(0)).picture();
        assertThat(colour(mirrored, 10, 45)).isEqualTo("red");
        Media wide = Clips.probe(Clips.make(folder.resolve("wide.mp4"),
                List.of("-i", flat.toString(), "-vf", "setsar=2", "-c:v", "libx264")));
        assertThat(at(wide, new Where.At(0)).picture().size()).isEqualTo(new Size(320, 90));
        assertThat(got(previews.frame(wide, new Where.At(0), new Size(100, 100))).picture().size()).isEqualTo(new Size(100, 28));
    }

    private static String colour(Picture picture, int x, int y) {
        int at = 4 * (y * picture.size().width() + x);
        int blue = picture.bgra().get(at) & 0xFF;
        int red = picture.bgra().get(at + 2) & 0xFF;
        return blue > 200 && red < 60 ? "blue" : red > 200 && blue < 60 ? "red" : red + "/" + blue;
    }

    private static int[] bgra(Picture picture) {
        int[] values = new int[4];
        for (int i = 0; i < 4; i++) {
            values[i] = picture.bgra().get(i) & 0xFF;
        }
        return values;
    }

    @Test
    void matrixAndRangeAreRead() throws Exception {
        for (String matrix : List.of("smpte170m", "bt709", "bt2020nc")) {
            for (String range : List.of("tv", "pc")) {
                Media clip = Clips.probe(Clips.make(folder.resolve(matrix + range + ".mp4"), List.of("-f", "lavfi", "-i",
                        "color=0x20C040:s=64x64:r=25:d=1,format=gbrp,scale=out_color_matrix=%s:out_range=%s,format=yuv420p"
                                .formatted(
                                        matrix.equals("bt2020nc") ? "bt2020" : matrix, range),
                        "-c:v", "libx264", "-crf", "1", "-colorspace", matrix, "-color_range", range)));
                int[] is = bgra(at(clip, new Where.At(0)).picture());
                assertThat(is[0]).as(matrix + range).isBetween(0x40 - 4, 0x40 + 4);
                assertThat(is[1]).as(matrix + range).isBetween(0xC0 - 4, 0xC0 + 4);
                assertThat(is[2]).as(matrix + range).isBetween(0x20 - 4, 0x20 + 4);
                assertThat(is[3]).isEqualTo(255);
            }
        }
    }

    @Test
    void transparencyIsKeptPremultiplied() throws Exception {
        Media clip = Clips.probe(Clips.make(folder.resolve("alpha.mov"), List.of("-f", "lavfi", "-i",
                "color=0xFF8000@0.5:s=64x64:r=25:d=1,format=yuva444p10le", "-c:v", "prores_ks", "-profile:v", "4444")));
        int[] is = bgra(at(clip, new Where.At(0)).picture());
        assertThat(is[3]).isBetween(125, 130);
        assertThat(is[2]).isBetween(122, 132);
        assertThat(is[1]).isBetween(58, 70);
        Media png = Clips.probe(Clips.make(folder.resolve("alpha.png"), List.of("-f", "lavfi", "-i",
                "color=0xFF8000@0.5:s=64x64:r=1:d=1,format=rgba", "-frames:v", "1", "-update", "1", "-f", "image2")));
        assertThat(bgra(at(png, new Where.At(0)).picture())[3]).isBetween(126, 129);
    }

    @Test
    void deepAndHdrPicturesAreNotGrey() throws Exception {
        Media deep = Clips.probe(Numbered.filtered(folder.resolve("deep.mp4"), "25", 4, ",format=yuv420p10le", B_FRAMES));
        assertThat(number(deep, new Where.At(40 * 40_000))).isEqualTo(40);
        Media hdr = Clips.probe(Clips.hdr10(folder.resolve("hdr.mp4")));
        Picture picture = at(hdr, new Where.At(500_000)).picture();
        int brightest = 0;
        int darkest = 255;
        for (int i = 1; i < picture.bgra().capacity(); i += 4) {
            brightest = Math.max(brightest, picture.bgra().get(i) & 0xFF);
            darkest = Math.min(darkest, picture.bgra().get(i) & 0xFF);
        }
        assertThat(brightest).isGreaterThan(200);
        assertThat(darkest).isLessThan(30);
    }

    @Test
    void stillsAndCoversAreShown() throws Exception {
        Media still = Clips.probe(Clips.jpeg(folder.resolve("still.jpg"), "640x480"));
        assertThat(at(still, new Where.At(0)).picture().size()).isEqualTo(new Size(320, 240));
        assertThat(got(previews.thumbnail(still, new Size(64, 64))).size()).isEqualTo(new Size(64, 48));
        Media covered = Clips.probe(Clips.covered(folder.resolve("covered.mp3")));
        assertThat(at(covered, new Where.At(5)).picture().size()).isEqualTo(new Size(64, 64));
        assertThat(got(previews.thumbnail(covered, SMALL)).size()).isEqualTo(new Size(64, 64));
        Media gif = Clips.probe(Clips.gif(folder.resolve("a.gif")));
        assertThat(at(gif, new Where.NextFrame(100_000)).atUs()).isEqualTo(200_000);
    }

    @Test
    void soundAloneHasNoPictureAndAFilmMayHaveNoSound() throws Exception {
        Media sound = Clips.probe(Clips.sound(folder.resolve("sound.flac"), 2));
        assertThat(failure(previews.frame(sound, new Where.At(0), SMALL))).isEqualTo(new Failure.NoPicture("sound.flac"));
        assertThat(failure(previews.thumbnail(sound, SMALL))).isEqualTo(new Failure.NoPicture("sound.flac"));
        Media silent = Clips.probe(Numbered.film(folder.resolve("silent.mp4"), "25", 1, B_FRAMES));
        assertThat(failure(previews.waveform(silent, 10))).isEqualTo(new Failure.NoSound("silent.mp4"));
    }

    @Test
    void aWaveformHasTheShapeOfTheSound() throws Exception {
        // silence, then a tone of half the height, then silence
        Path tone = Clips.make(folder.resolve("tone.wav"), List.of("-f", "lavfi", "-i",
                "aevalsrc='0.5*sin(2*PI*500*t)*between(t,1,2)':s=48000:d=3"));
        Waveform wave = got(previews.waveform(Clips.probe(tone), 30));
        for (int i = 0; i < 30; i++) {
            boolean loud = i >= 10 && i < 20;
            assertThat(wave.high()[i]).as("slice " + i).isBetween(loud ? 0.49f : 0f, loud ? 0.51f : 0.01f);
            assertThat(wave.low()[i]).isBetween(loud ? -0.51f : -0.01f, loud ? -0.49f : 0f);
            assertThat(wave.rms()[i]).isBetween(loud ? 0.34f : 0f, loud ? 0.36f : 0.01f);
        }
    }

    @Test
    void aThumbnailIsNotBlackAndAFilmstripShowsTheParts() throws Exception {
        Path film = Clips.make(folder.resolve("fade.mp4"), List.of("-f", "lavfi", "-i",
                "color=black:s=160x90:r=25:d=8", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=4", "-filter_complex",
                "[0:v][1:v]concat", "-c:v", "libx264", "-g", "25"));
        Picture thumbnail = got(previews.thumbnail(Clips.probe(film), SMALL));
        int brightest = 0;
        for (int i = 1; i < thumbnail.bgra().capacity(); i += 4) {
            brightest = Math.max(brightest, thumbnail.bgra().get(i) & 0xFF);
        }
        assertThat(brightest).isGreaterThan(150);
        Media counted = Clips.probe(Numbered.film(folder.resolve("strip.mp4"), "25", 4, B_FRAMES));
        List<Integer> told = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Picture> strip = got(previews.filmstrip(counted, 4, SMALL, tile -> told.add(tile.index())));
        assertThat(strip).extracting(Numbered::of).containsExactly(0, 25, 0, 25);
        assertThat(told).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void whatIsBrokenFailsAndTheRestGoesOn() throws Exception {
        Media good = Clips.probe(Numbered.film(folder.resolve("good.mp4"), "25", 4, B_FRAMES));
        Path file = Numbered.film(folder.resolve("broken.mp4"), "25", 4, B_FRAMES);
        Media broken = Clips.probe(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(48);
            open.write(new byte[(int) open.length() - 48]);
        }
        assertThat(failure(previews.frame(broken, new Where.At(0), SMALL))).isInstanceOf(Failure.Damaged.class);
        Files.write(file, new byte[0]);
        assertThat(failure(previews.thumbnail(broken, SMALL))).isInstanceOf(Failure.Damaged.class);
        Files.delete(file);
        assertThat(failure(previews.frame(broken, new Where.At(0), SMALL))).isInstanceOf(Failure.Missing.class);
        Media cut = Clips.probe(Clips.truncated(folder.resolve("cut-short.mp4"), 40));
        assertThat(at(cut, new Where.At(END)).atUs()).isBetween(1_000_000L, 6_000_000L);
        assertThat(number(good, new Where.At(80_000))).isEqualTo(2);
    }

    @Test
    void aHugeHeaderIsRefusedBeforeItIsBelieved() throws Exception {
        Path png = Clips.png(folder.resolve("huge.png"), "64x64");
        Media small = Clips.probe(png);
        byte[] bytes = Files.readAllBytes(png);
        // width and height of the header, and its checksum
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(bytes);
        header.putInt(16, 15_900).putInt(20, 15_900);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes, 12, 17);
        header.putInt(29, (int) crc.getValue());
        Files.write(png, bytes);
        assertThat(failure(previews.frame(small, new Where.At(0), SMALL)))
                .isInstanceOfAny(Failure.TooLarge.class, Failure.Damaged.class);
    }

    @Test
    void whatIsNotWantedAnyMoreStops() throws Exception {
        Path film = Clips.make(folder.resolve("long.mp4"), List.of("-f", "lavfi", "-i", "testsrc2=s=1280x720:r=50:d=20", "-c:v",
                "libx264", "-preset", "ultrafast", "-g", "1000"));
        Media clip = Clips.probe(film);
        at(clip, new Where.At(0));
        CompletableFuture<Frame> far = previews.frame(clip, new Where.At(19_000_000), SMALL);
        CompletableFuture<Frame> near = previews.frame(clip, new Where.At(0), SMALL);
        far.cancel(false);
        assertThat(got(near).atUs()).isZero();
        assertThatThrownBy(far::get).isInstanceOf(java.util.concurrent.CancellationException.class);
    }
}
