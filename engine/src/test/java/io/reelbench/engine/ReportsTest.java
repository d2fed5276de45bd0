package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on clips that were made to hold exactly what must be found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {

    /** Two seconds of a test picture, one of black, three that move all over, three of red that stand still. */
    private static final String PICTURE = "testsrc2=s=320x180:r=25:d=2[a];color=black:s=320x180:r=25:d=1[b];"
            + "mandelbrot=s=320x180:r=25,trim=end=3,setpts=PTS-STARTPTS[c];color=red:s=320x180:r=25:d=3[d];[a][b][c][d]concat=n=4:v=1";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private Studio studio;
    private Path known;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        known = studio.clip("known.mov", "-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i",
                "sine=f=997:r=48000:d=9,volume='if(between(t,4,6),0,1)':eval=frame", "-c:v", "libx264", "-preset", "ultrafast",
                "-crf", "12", "-c:a", "pcm_s16le", "-f", "mov");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private JsonNode json(Path clip, String... steps) throws Exception {
        return JSON.readTree(text(clip, steps));
    }

    private String text(Path clip, String... steps) throws Exception {
        return Files.readString(Studio.output(studio.run(clip, steps)));
    }

    private static List<Double> ranges(JsonNode report, String kind) {
        List<Double> times = new ArrayList<>();
        report.path("ranges").path(kind).forEach(range -> {
            times.add(range.path("start").asDouble());
            times.add(range.path("end").asDouble());
        });
        return times;
    }

    @Test
    void cutsBlackSilenceAndStandstillAreFoundWhereTheyAre() throws Exception {
        JsonNode report = json(known, "{'op':'detect','what':'scenes,black,silence,freeze,crop,interlace'}");
        assertThat(ranges(report, "scenes")).containsExactly(0.0, 2.0, 2.0, 3.0, 3.0, 6.0, 6.0, 9.0);
        assertThat(ranges(report, "black")).containsExactly(2.0, 3.0);
        // the tone is switched at the edges of frames of sound
        assertThat(ranges(report, "silence")).hasSize(2);
        assertThat(ranges(report, "silence").getFirst()).isCloseTo(4, within(0.03));
        assertThat(ranges(report, "silence").getLast()).isCloseTo(6, within(0.03));
        assertThat(ranges(report, "freeze")).containsExactly(6.0, 9.0);
        assertThat(report.path("crop").path("w").asInt()).isEqualTo(320);
        assertThat(report.path("interlace").path("fields").asString()).isEqualTo("progressive");
        assertThat(report.path("durationSeconds").asDouble()).isEqualTo(9);
    }

    @Test
    void aReportIsOfTheClipAsItIsAtThatStep() throws Exception {
        JsonNode cut = json(known, "{'op':'trim','start':1,'end':5}", "{'op':'detect'}");
        assertThat(ranges(cut, "black")).containsExactly(1.0, 2.0);
        assertThat(ranges(cut, "scenes")).containsExactly(0.0, 1.0, 1.0, 2.0, 2.0, 4.0);
        JsonNode joined = json(known, "{'op':'trim','keep':'2..3,0..1,4..6'}", "{'op':'detect','what':'black,silence'}");
        assertThat(ranges(joined, "black")).containsExactly(0.0, 1.0);
        assertThat(ranges(joined, "silence")).hasSize(2);
        assertThat(ranges(joined, "silence").getFirst()).isCloseTo(2, within(0.03));
    }

    @Test
    void whatWasFoundIsWhatTrimTakesOut() throws Exception {
        Path found = Studio.output(studio.run(known, "{'op':'detect','what':'black,silence'}"));
        Path rest = Studio.output(studio.run(known, "{'op':'trim','remove':['@" + found + "#black']}"));
        assertThat(studio.look(rest).lengthUs().orElseThrow() / 1e6).isCloseTo(8, within(0.05));
        Task unclear = studio.run(known, "{'op':'trim','remove':['@" + found + "']}");
        assertThat(unclear.state()).isEqualTo(TaskState.FAILED);
        assertThat(unclear.outcome().failure().orElseThrow().headline().toString()).contains("say which");
    }

    @Test
    void everyFormSaysTheSame() throws Exception {
        assertThat(text(known, "{'op':'detect','format':'text'}")).contains("scenes    4", "    2..3", "silence   1");
        assertThat(text(known, "{'op':'detect','format':'csv'}")).startsWith("kind,start,end,duration,value\nscenes,0,2,2,\n")
                .contains("black,2,3,1,\n");
        assertThat(text(known, "{'op':'detect','format':'edl'}"))
                .contains("002  AX       V     C        00:00:02:00 00:00:03:00 00:00:02:00 00:00:03:00")
                .contains("* LOC: 00:00:02:00 RED     BLACK 2..3");
        Path chapters = Studio.output(studio.run(known, "{'op':'detect','format':'chapters'}"));
        Path marked = studio.clip("marked.mkv", "-i", known.toString(), "-f", "ffmetadata", "-i", chapters.toString(), "-map",
                "0", "-map_chapters", "1", "-c", "copy");
        assertThat(studio.look(marked).chapters()).hasSize(4).last().satisfies(c -> {
            assertThat(c.fromUs()).isEqualTo(6_000_000);
            assertThat(c.title()).isEqualTo("Scene 4");
        });
    }

    @Test
    void aToneOfMinusTwentyThreeIsMeasuredAsSuch() throws Exception {
        // EBU Tech 3341, case 1: a stereo sine of 1 kHz at −23 dBFS in each channel
        Path tone = studio.clip("tone.wav", "-f", "lavfi", "-i",
                "aevalsrc=0.070795*sin(2*PI*1000*t)|0.070795*sin(2*PI*1000*t):s=48000:d=20",
                "-c:a", "pcm_s24le");
        JsonNode report = json(tone, "{'op':'loudness-report','format':'json','standard':'ebu-r128','series':true}");
        JsonNode track = report.path("tracks").get(0);
        assertThat(track.path("integrated").asDouble()).isCloseTo(-23, within(0.1));
        assertThat(track.path("samplePeak").asDouble()).isCloseTo(-23, within(0.1));
        assertThat(track.path("truePeak").asDouble()).isCloseTo(-23, within(0.2));
        assertThat(track.path("range").asDouble()).isCloseTo(0, within(0.1));
        assertThat(track.path("standard").path("pass").asBoolean()).isTrue();
        assertThat(track.path("series")).hasSize(200);
        assertThat(track.path("series").get(100).path("momentary").asDouble()).isCloseTo(-23, within(0.1));
        JsonNode louder = json(tone, "{'op':'loudness-report','format':'json','standard':'streaming'}");
        assertThat(louder.path("tracks").get(0).path("standard").path("pass").asBoolean()).isFalse();
        assertThat(text(tone, "{'op':'loudness-report'}")).contains("integrated         -23.0 LUFS");
    }

    @Test
    void eachTrackIsMeasuredByItself() throws Exception {
        Path two = studio.clip("two.mkv", "-f", "lavfi", "-i", "sine=d=5", "-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono:d=5",
                "-map", "0", "-map", "1", "-c:a", "pcm_s16le", "-metadata:s:a:0", "language=deu");
        JsonNode tracks = json(two, "{'op':'loudness-report','format':'json'}").path("tracks");
        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).path("language").asString()).isEqualTo("deu");
        assertThat(tracks.get(0).path("integrated").asDouble()).isBetween(-25.0, -15.0);
        assertThat(tracks.get(1).path("integrated").isNull()).isTrue();
        assertThat(json(two, "{'op':'loudness-report','format':'json','tracks':'2'}").path("tracks").get(0).path("track").asInt())
                .isEqualTo(2);
    }

    @Test
    void factsAreOfTheFile() throws Exception {
        assertThat(text(known, "{'op':'probe'}")).contains("known.mov", "h264", "320×180");
        JsonNode facts = json(known, "{'op':'probe','format':'json','packets':true}");
        assertThat(facts.path("durationSeconds").asDouble()).isEqualTo(9);
        assertThat(facts.path("streams").get(0).path("packets").path("count").asInt()).isEqualTo(225);
        assertThat(facts.path("streams").get(0).path("packets").path("uneven").asBoolean()).isFalse();
        JsonNode raw = json(known, "{'op':'probe','format':'ffprobe'}");
        assertThat(raw.path("format").path("nb_streams").asInt()).isEqualTo(2);
        assertThat(raw.path("streams").get(0).path("codec_name").asString()).isEqualTo("h264");
    }

    @Test
    void manyOutputsOfOneDecodeAreWhatSeparateRunsGive() throws Exception {
        String film = "{'op':'transcode','container':'mp4','video-codec':'h264','preset':'ultrafast'}";
        String proxy = "{'op':'transcode','container':'mov','video-codec':'prores','profile':'proxy','height':90}";
        List<String> steps = List.of(film, proxy, "{'op':'thumbnail'}", "{'op':'loudness-report','format':'json'}",
                "{'op':'detect'}");
        Task together = studio.run(known, steps.toArray(String[]::new));
        assertThat(together.outcome().results()).as(together.outcome().failure().toString()).hasSize(5);
        for (int i = 0; i < steps.size(); i++) {
            Path shared = together.outcome().results().get(i).file();
            Path alone = Studio.output(studio.run(known, steps.get(i)));
            if (i < 2) {
                // encoders may write their settings, but every frame and sample is the same
                assertThat(studio.raw(shared, "-map", "0", "-f", "framemd5")).as(steps.get(i))
                        .isEqualTo(studio.raw(alone, "-map", "0", "-f", "framemd5"));
            } else {
                assertThat(shared).as(steps.get(i)).hasSameBinaryContentAs(alone);
            }
        }
    }
}
