package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.queue.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What lies across the edges of a cut: cues, uneven frames, and subtitles that were left whole when the film was cut before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutEndsTest {

    private static final String CUES = """
            1
            00:00:00,100 --> 00:00:00,600
            over before

            2
            00:00:00,800 --> 00:00:01,700
            across the start

            3
            00:00:02,000 --> 00:00:02,500
            inside

            4
            00:00:02,800 --> 00:00:09,000
            across the end
            """;

    private Studio studio;
    private Path counted;
    private Path told;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        studio = new Studio(folder);
        counted = studio.counted("counted.mp4", 4, 100);
        Path cues = Files.writeString(folder.resolve("cues.srt"), CUES);
        told = studio.clip("told.mkv", "-i", counted.toString(), "-i", cues.toString(), "-map", "0", "-map", "1", "-c", "copy",
                "-metadata:s:v:0", "BPS-eng=1", "-metadata:s:v:0", "NUMBER_OF_FRAMES-eng=1", "-metadata:s:v:0",
                "_STATISTICS_WRITING_APP-eng=mkvmerge v1", "-metadata:s:v:0", "DURATION-eng=00:00:04.000000000",
                "-metadata:s:a:0",
                "_STATISTICS_WRITING_APP-eng=mkvmerge v1", "-metadata:s:a:0", "DURATION-eng=00:00:04.000000000");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    @Test
    void cuesLastFromTheCutsBeginningAtMostToItsEnd() throws Exception {
        for (String container : List.of("mkv", "mp4")) {
            Path cut = Studio.output(studio.run(told, "{'op':'trim','start':1,'end':3}",
                    "{'op':'transcode','container':'" + container + "','crf':10,'preset':'ultrafast'}"));
            assertThat(new String(studio.raw(cut, "-map", "0:s:0", "-f", "srt"), StandardCharsets.UTF_8).lines()
                    .filter(l -> l.contains("-->") || l.matches("[a-z ]+"))).as(container).containsExactly(
                            "00:00:00,000 --> 00:00:00,700", "across the start", "00:00:01,000 --> 00:00:01,500", "inside",
                            "00:00:01,800 --> 00:00:02,000", "across the end");
            assertThat(studio.look(cut).startUs()).as("nothing is shifted by what was over before").isBetween(-50_000L, 50_000L);
            assertThat(studio.frames(cut)).startsWith(25, 26).hasSize(50);
        }
    }

    @Test
    void whatMkvmergeCountedOfAnotherFileIsNotCarriedOn() throws Exception {
        Media cut = studio.look(Studio.output(studio.run(told, "{'op':'trim','start':1,'end':3}",
                "{'op':'transcode','container':'mkv','preset':'ultrafast'}")));
        assertThat(cut.tracks()).allSatisfy(track -> assertThat(track.facts().tags().keySet())
                .noneMatch(key -> key.startsWith("_statistics") || key.startsWith("bps") || key.startsWith("number_of")));
        assertThat(cut.video().orElseThrow().facts().lengthUs().orElseThrow()).isCloseTo(2_000_000, within(50_000L));
    }

    @Test
    void aShareOfAClipIsOfWhatIsSeenAndHeard() throws Exception {
        Path longer = Files.writeString(studio.folder().resolve("longer.srt"), "1\n00:00:00,500 --> 00:01:40,000\nlong\n");
        Path clip = studio.clip("longer.mkv", "-i", counted.toString(), "-i", longer.toString(), "-map", "0", "-map", "1", "-c",
                "copy");
        assertThat(studio.look(clip).lengthUs().orElseThrow()).as("as the container says").isGreaterThan(90_000_000);
        Path half = Studio
                .output(studio.run(clip, "{'op':'trim','start':'50%'}", "{'op':'transcode','preset':'ultrafast','crf':10}"));
        assertThat(studio.frames(half)).hasSizeBetween(49, 51);
    }

    /** The last frame before the cut lasts for two seconds more. */
    @Test
    void anUnevenFrameEndsWithTheCut() throws Exception {
        Path uneven = studio.clip("uneven.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=160x90:r=10:d=4,select='lt(t,1.3)+gt(t,3.7)'", "-fps_mode", "vfr", "-c:v", "libx264", "-g", "100");
        assertThat(studio.look(uneven).video().map(Track.Video::variable)).contains(true);
        for (String step : List.of("{'op':'frame-rate','rate':25}", "{'op':'speed','factor':2}", "{'op':'gif','width':80}")) {
            boolean gif = step.contains("gif");
            Media cut = studio.look(Studio.output(gif
                    ? studio.run(uneven, "{'op':'trim','end':1.5}", step)
                    : studio.run(uneven, "{'op':'trim','end':1.5}", step, "{'op':'transcode','preset':'ultrafast'}")));
            long planned = step.contains("speed") ? 750_000 : 1_500_000;
            assertThat(cut.lengthUs().orElseThrow()).as(step).isBetween(planned * 4 / 5, planned + 110_000);
        }
    }

    @Test
    void framesOfAnUnevenPictureStayInTheirOrder() throws Exception {
        Path uneven = studio.clip("order.mkv", "-i", counted.toString(), "-vf", "select='not(eq(mod(n,3),1))'", "-fps_mode",
                "vfr",
                "-c:v", "libx264", "-crf", "10", "-bf", "3", "-g", "20", "-an");
        assertThat(studio.look(uneven).video().map(Track.Video::variable)).contains(true);
        List<Integer> expected = IntStream.range(10, 50).filter(n -> n % 3 != 1).boxed().toList();
        for (String container : List.of("mkv", "mp4", "mov", "ts")) {
            Task task = studio.run(uneven, "{'op':'trim','start':0.4,'end':2,'mode':'reencode'}",
                    "{'op':'transcode','container':'" + container + "','crf':10}");
            assertThat(studio.frames(Studio.output(task))).as(container).isEqualTo(expected);
        }
    }

    @Test
    void aCutBetweenTwoFramesIsRefusedAndOneWithinTheLastShowsIt() throws Exception {
        Path lapse = studio.clip("lapse.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=1/2:d=8", "-c:v", "libx264");
        assertThat(studio.engine.plan(studio.recipe("{'op':'trim','start':0.5,'end':1.5}"), studio.look(lapse)).problems()
                .toString())
                .contains("no frame begins between");
        Task task = studio.run(counted, "{'op':'trim','start':3.99}", "{'op':'transcode','crf':10}");
        assertThat(studio.frames(Studio.output(task))).containsExactly(49);
    }

    /** A recording whose sound comes in late, as from the air: no part lasts longer for it. */
    @Test
    void soundThatBeginsLateEndsWithItsPart() throws Exception {
        Path late = studio.clip("late.ts", "-i", counted.toString(), "-itsoffset", "0.7", "-f", "lavfi", "-i", "sine=r=48000:d=3",
                "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "ac3", "-output_ts_offset", "4000");
        for (String trim : List.of("{'op':'trim','end':1.24,'mode':'reencode'}", "{'op':'trim','keep':'0..0.4,1..1.84'}",
                "{'op':'trim','start':0.24,'end':1.48,'mode':'reencode'}")) {
            Path cut = Studio.output(studio.run(late, trim, "{'op':'transcode','container':'mkv','crf':10}"));
            assertThat(studio.frames(cut)).as(trim).hasSize(31);
            assertThat(studio.look(cut).lengthUs().orElseThrow() / 1e6).as(trim).isCloseTo(1.24, within(0.06));
        }
    }
}
