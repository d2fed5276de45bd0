package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each operation on real clips with the real ffmpeg; what a user would check is checked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path counted;
    private Path busy;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        counted = studio.counted("counted.mp4", 6, 25);
        busy = studio.busy("busy.mp4", 3, "640x360");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).map(n -> n % 50).boxed().toList();
    }

    private double seconds(Path file) throws Exception {
        return studio.look(file).lengthUs().orElseThrow() / 1e6;
    }

    @Test
    void aRemuxCopiesEveryPacket() throws Exception {
        Path out = Studio.output(studio.run(counted, "{'op':'transcode','container':'mkv'}"));
        assertThat(studio.raw(out, "-map", "0", "-f", "framemd5")).asString().isNotEmpty();
        assertThat(studio.frames(out)).isEqualTo(range(0, 150));
        assertThat(packets(out)).isEqualTo(packets(counted));
        assertThat(studio.look(out).audio().orElseThrow().facts().language().orElseThrow()).hasToString("deu");
    }

    /** The hash of every packet's bytes; containers wrap H.264 differently, so the sound's. */
    private List<String> packets(Path file) throws Exception {
        String lines = new String(studio.raw(file, "-map", "0:a", "-c", "copy", "-f", "framemd5"));
        return lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(",")[5].strip()).toList();
    }

    @Test
    void anExactTrimKeepsExactlyTheseFrames() throws Exception {
        Path out = Studio.output(studio.run(counted, "{'op':'trim','start':'37f','end':'3.4'}"));
        assertThat(studio.frames(out)).isEqualTo(range(37, 85));
        assertThat(seconds(out)).isCloseTo(48 / 25.0, within(0.05));
        assertThat(studio.look(out).audio().orElseThrow().facts().lengthUs().orElseThrow() / 1e6).isCloseTo(48 / 25.0,
                within(0.03));
    }

    @Test
    void aTrimFromTheStartEndsOnTheFrame() throws Exception {
        assertThat(studio.frames(Studio.output(studio.run(counted, "{'op':'trim','duration':'2'}")))).isEqualTo(range(0, 50));
        assertThat(studio.frames(Studio.output(studio.run(counted, "{'op':'trim','start':'end-1s'}"))))
                .isEqualTo(range(125, 150));
    }

    @Test
    void aCopiedTrimStartsAtTheKeyframeThatThePlanNamed() throws Exception {
        Path out = Studio.output(studio.run(counted, "{'op':'trim','start':'37f','duration':2,'mode':'copy'}"));
        List<Integer> frames = studio.frames(out);
        assertThat(frames.getFirst()).isEqualTo(25);
        assertThat(frames.size()).isBetween(62, 66);
        assertCounts(frames, 25);
    }

    /** A copy may run on to a frame that later ones were needed for; all before it stand in order. */
    private static void assertCounts(List<Integer> frames, int from) {
        int sure = frames.size() - 2;
        assertThat(frames.subList(0, sure)).isEqualTo(range(from, from + sure));
    }

    @Test
    void severalExactPartsAreJoinedInTheOrderGiven() throws Exception {
        Path out = Studio.output(studio.run(counted, "{'op':'trim','keep':'4..5,10f..20f'}"));
        assertThat(studio.frames(out))
                .isEqualTo(java.util.stream.Stream.concat(range(100, 125).stream(), range(10, 20).stream()).toList());
        assertThat(seconds(out)).isCloseTo(1.4, within(0.06));
        assertThat(studio.look(out).audio().orElseThrow().facts().language().orElseThrow()).hasToString("deu");
    }

    @Test
    void removedPartsAreGone() throws Exception {
        Path out = Studio.output(studio.run(counted, "{'op':'trim','remove':'1..5'}"));
        assertThat(studio.frames(out))
                .isEqualTo(java.util.stream.Stream.concat(range(0, 25).stream(), range(125, 150).stream()).toList());
    }

    @Test
    void copiedPartsAreJoinedWithoutEncoding() throws Exception {
        Task task = studio.run(counted, "{'op':'trim','remove':'1..5','mode':'copy'}");
        List<Integer> frames = studio.frames(Studio.output(task));
        assertThat(frames.subList(0, 25)).isEqualTo(range(0, 25));
        assertThat(frames.subList(frames.size() - 25, frames.size())).isEqualTo(range(125, 150));
        assertThat(frames.size()).isBetween(50, 54);
    }

    @Test
    void aNameCannotAddALineToTheListOfParts() throws Exception {
        Path canary = studio.counted("canary.mp4", 1, 25);
        Path odd = java.nio.file.Files.copy(counted, folder.resolve("it's\nfile 'canary.mp4'\n.mp4"));
        List<Integer> frames = studio.frames(Studio.output(studio.run(odd, "{'op':'trim','remove':'1..5','mode':'copy'}")));
        assertThat(canary).exists();
        assertThat(frames.size()).isBetween(50, 54);
        assertThat(frames.subList(0, 25)).isEqualTo(range(0, 25));
    }

    @Test
    void aScaleChangesThePictureAndNotTheSound() throws Exception {
        Path out = Studio.output(studio.run(busy, "{'op':'scale','width':'50%'}"));
        Media media = studio.look(out);
        assertThat(media.video().orElseThrow().upright()).isEqualTo(new Size(320, 180));
        assertThat(packets(out)).isEqualTo(packets(busy));
    }

    @Test
    void aPortraitClipStaysPortrait() throws Exception {
        Path phone = studio.clip("phone.mp4", "-display_rotation", "90", "-i", "file:" + busy, "-c", "copy");
        Track.Video video = studio.look(Studio.output(studio.run(phone, "{'op':'scale','height':'50%'}")))
                .video().orElseThrow();
        assertThat(video.upright()).isEqualTo(new Size(180, 320));
        assertThat(video.rotation()).isZero();
    }

    @Test
    void padAndCoverMakeExactlyTheBox() throws Exception {
        Path padded = Studio.output(studio.run(busy, "{'op':'scale','width':400,'height':400,'fit':'pad','pad-colour':'red'}"));
        assertThat(studio.look(padded).video().orElseThrow().upright()).isEqualTo(new Size(400, 400));
        int[] bar = studio.pixel(padded, 200, 10);
        assertThat(bar[0]).isGreaterThan(200);
        assertThat(bar[1]).isLessThan(60);
        Path covered = Studio.output(studio.run(busy, "{'op':'scale','width':200,'height':200,'fit':'cover'}"));
        assertThat(studio.look(covered).video().orElseThrow().upright()).isEqualTo(new Size(200, 200));
    }

    @Test
    void aTargetSizeIsKeptAndUsed() throws Exception {
        Task task = studio.run(busy, "{'op':'compress','target-size':'300kB','preset':'veryfast'}");
        assertThat(Files.size(Studio.output(task))).isBetween(240_000L, 300_000L);
        assertThat(seconds(Studio.output(task))).isCloseTo(3, within(0.1));
    }

    @Test
    void aTargetSizeInOnePassIsTriedAgain() throws Exception {
        Task task = studio.run(busy,
                "{'op':'compress','target-size':'400kB','two-pass':'no','preset':'veryfast','video-codec':'av1','container':'mkv'}");
        assertThat(Files.size(Studio.output(task))).isBetween(250_000L, 400_000L);
    }

    @Test
    void x265InTwoPassesLeavesNoLogBehind() throws Exception {
        Task task = studio.run(busy, "{'op':'compress','target-size':'300kB','preset':'ultrafast','video-codec':'h265'}");
        Media media = studio.look(Studio.output(task));
        assertThat(media.video().orElseThrow().codec()).isEqualTo("hevc");
        assertThat(media.video().orElseThrow().facts().codecTag()).isEqualTo("hvc1");
        assertThat(Studio.names(Studio.output(task).getParent())).noneMatch(n -> n.contains("log") || n.endsWith(".part"));
    }

    @Test
    void whatCannotGetSmallerIsKept() throws Exception {
        Path tiny = studio.clip("tiny.mp4", "-f", "lavfi", "-i", "color=gray:s=320x180:r=25:d=2", "-c:v", "libx264", "-preset",
                "veryslow", "-crf", "51");
        Task kept = studio.run(tiny, "{'op':'compress','quality':100}");
        assertThat(kept.outcome().notes()).singleElement().asString().startsWith("It came out no smaller");
        Task failed = studio.run(tiny, "{'op':'compress','quality':100,'if-larger':'fail'}");
        assertThat(failed.state()).isEqualTo(TaskState.FAILED);
        assertThat(failed.outcome().failure().orElseThrow().headline().toString()).contains("is not smaller than the original");
    }

    @Test
    void aTargetScoreFindsItsCrf() throws Exception {
        Task task = studio.run(busy, "{'op':'transcode','target-score':34,'preset':'ultrafast'}");
        assertThat(Studio.output(task)).exists();
        assertThat(task.outcome().notes().getFirst().toString()).matches("XPSNR 34\\.[0-6]\\d* at crf \\d+(\\.\\d+)?");
    }

    @Test
    void soundComesOutAsItIsOrAsAsked() throws Exception {
        Path copied = Studio.output(studio.run(counted, "{'op':'extract-audio'}"));
        assertThat(copied.getFileName().toString()).endsWith(".m4a");
        assertThat(packets(copied)).isEqualTo(packets(counted));
        for (String format : List.of("mp3", "wav", "flac", "opus", "ogg", "aac", "mka")) {
            Path out = Studio.output(studio.run(counted, "{'op':'extract-audio','format':'" + format + "'}"));
            assertThat(seconds(out)).as(format).isCloseTo(6, within(0.1));
            assertThat(out.getFileName().toString()).endsWith("." + format);
        }
    }

    @Test
    void aStillShowsTheFrameOnScreenAtThatTime() throws Exception {
        for (String format : List.of("png", "jpg", "webp", "tiff", "bmp", "avif")) {
            Path still = Studio.output(studio.run(counted, "{'op':'thumbnail','time':'1.50','format':'" + format + "'}"));
            // frame 37 is on screen from 1.48 to 1.52
            int grey = studio.pixel(still, 80, 44)[1];
            assertThat(grey).as(format).isCloseTo(Math.round((20 + 4 * 37 - 16) * 255f / 219), within(4));
        }
        Path key = Studio.output(studio.run(counted, "{'op':'thumbnail','time':'1.5','pick':'keyframe','format':'png'}"));
        assertThat(studio.pixel(key, 80, 44)[1]).isCloseTo(Math.round((20 + 4 * 25 - 16) * 255f / 219), within(4));
    }

    @Test
    void oneRunMakesAllThatARecipeAsksFor() throws Exception {
        Task task = studio.run(counted, "{'op':'trim','start':1,'end':3}", "{'op':'transcode','crf':30,'preset':'ultrafast'}",
                "{'op':'extract-audio','format':'mp3'}",
                "{'op':'thumbnail','time':'50%','width':80}");
        assertThat(task.outcome().results()).extracting(r -> r.file().getFileName().toString()).containsExactly(
                "counted-trim-transcode.mp4", "counted-trim-extract-audio.mp3",
                "counted-trim-thumbnail.jpg");
        assertThat(studio.look(task.outcome().results().get(2).file()).video().orElseThrow().upright().width()).isEqualTo(80);
    }

    @Test
    void unevenFramesKeepTheirTimes() throws Exception {
        Path uneven = studio.clip("uneven.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=320x180:r=25:d=4,select='not(mod(n\\,3)*lt(t\\,2))'", "-fps_mode", "vfr", "-enc_time_base", "1/1000",
                "-c:v",
                "libx264", "-preset", "ultrafast");
        assertThat(studio.look(uneven).video().orElseThrow().variable()).isTrue();
        Path out = Studio.output(studio.run(uneven, "{'op':'scale','width':160}"));
        assertThat(times(out)).isEqualTo(times(uneven));
    }

    private List<String> times(Path file) throws Exception {
        String lines = new String(studio.raw(file, "-map", "0:v", "-fps_mode", "passthrough", "-enc_time_base", "1/1000", "-c:v",
                "rawvideo", "-f", "framecrc"));
        return lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(",")[2].strip()).toList();
    }

    @Test
    void everyCodecIsWrittenAndReadBack() throws Exception {
        record Made(String options, String picture, String sound) {
        }
        List<Made> all = List.of(new Made("'container':'webm','preset':'ultrafast'", "vp9", "opus"),
                new Made("'container':'mov','video-codec':'prores'", "prores", "aac"),
                new Made("'container':'mkv','video-codec':'ffv1','audio-codec':'flac'", "ffv1", "flac"),
                new Made("'container':'ts','video-codec':'mpeg2','audio-codec':'ac3'", "mpeg2video", "ac3"),
                new Made("'container':'mov','video-codec':'mjpeg','audio-codec':'pcm'", "mjpeg", "pcm_s16le"),
                new Made("'container':'mp4','video-codec':'av1','preset':'ultrafast','audio-codec':'opus'", "av1", "opus"),
                new Made("'lossless':true,'preset':'ultrafast','audio-codec':'alac'", "h264", "alac"),
                new Made("'container':'mkv','video-codec':'h265','lossless':true,'preset':'ultrafast','audio-codec':'eac3'",
                        "hevc", "eac3"),
                new Made(
                        "'container':'mp4','bitrate':'500k','max-bitrate':'800k','preset':'ultrafast','keyframe-interval':'1s','audio-codec':'mp3','audio-quality':4,'audio-channels':'mono'",
                        "h264", "mp3"));
        for (Made made : all) {
            Media media = studio.look(Studio.output(studio.run(counted, "{'op':'transcode'," + made.options + "}")));
            assertThat(media.video().orElseThrow().codec()).as(made.options).isEqualTo(made.picture);
            assertThat(media.audio().orElseThrow().codec()).as(made.options).isEqualTo(made.sound);
            assertThat(media.lengthUs().orElseThrow() / 1e6).as(made.options).isCloseTo(6, within(0.12));
        }
    }

    @Test
    void dnxhrNeedsAPictureOfSomeSize() throws Exception {
        Task small = studio.run(counted, "{'op':'transcode','container':'mov','video-codec':'dnxhr'}");
        assertThat(small.outcome().failure().orElseThrow().headline().toString())
                .contains("DNxHR needs a picture of at least 256×120");
        Media media = studio.look(
                Studio.output(studio.run(busy, "{'op':'transcode','container':'mov','video-codec':'dnxhr','profile':'lb'}")));
        assertThat(media.video().orElseThrow().codec()).isEqualTo("dnxhd");
    }

    @Test
    void aCopiedTrimBeginsAtTheKeyframeWhateverTheContainers() throws Exception {
        for (String from : List.of("mp4", "mkv", "ts")) {
            Path source = Studio.output(studio.run(counted, "{'op':'transcode','container':'" + from + "'}"));
            for (String to : List.of("mp4", "mkv", "ts")) {
                Path out = Studio.output(studio.run(source, "{'op':'trim','start':'3.3','duration':1,'mode':'copy'}",
                        "{'op':'transcode','container':'" + to + "'}"));
                List<Integer> frames = studio.frames(out);
                assertCounts(frames, 75);
                assertThat(frames.size()).as(from + " to " + to).isBetween(32, 38);
                Media media = studio.look(out);
                double apart = (media.audio().orElseThrow().facts().startUs().orElse(0)
                        - media.video().orElseThrow().facts().startUs().orElse(0)) / 1e6;
                assertThat(apart).as("sound after picture, " + from + " to " + to).isBetween(-0.1, 0.1);
            }
        }
    }

    @Test
    void losslessIsLossless() throws Exception {
        for (String codec : List.of("h264", "h265", "av1", "vp9", "ffv1")) {
            Path out = Studio.output(studio.run(busy, "{'op':'trim','duration':'0.2'}",
                    "{'op':'transcode','container':'mkv','video-codec':'" + codec + "','lossless':true,'preset':'ultrafast'}"));
            byte[] before = studio.raw(busy, "-map", "0:v", "-frames:v", "5", "-f", "rawvideo", "-pix_fmt", "yuv420p");
            byte[] after = studio.raw(out, "-map", "0:v", "-f", "rawvideo", "-pix_fmt", "yuv420p");
            assertThat(Arrays.equals(before, after)).as(codec).isTrue();
        }
    }
}
