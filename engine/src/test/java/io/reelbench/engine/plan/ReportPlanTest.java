package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole commands of reports, and what they share. */
class ReportPlanTest {

    private static final String METERS = "ametadata=delete,ebur128=metadata=1:framelog=quiet,ametadata=print:file=report-%1$s-loudness.txt,"
            + "astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level,ametadata=print:key=lavfi.astats.Overall.Peak_level:file=report-%1$s-sample-peaks.txt,"
            + "aresample=192000:osf=dblp,aformat=sample_fmts=dblp,astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level,"
            + "ametadata=print:key=lavfi.astats.Overall.Peak_level:file=report-%1$s-true-peaks.txt";
    private static final String DETECTORS = "metadata=delete,scdet=t=10,metadata=print:key=lavfi.scd.score:value=9.9995:function=greater:file=report-%1$d-scenes.txt,"
            + "blackdetect=d=0.5:pix_th=0.1,metadata=print:key=lavfi.black_start:file=report-%1$d-black-starts.txt,"
            + "metadata=print:key=lavfi.black_end:file=report-%1$d-black-ends.txt";
    private static final String LISTENERS = "ametadata=delete,silencedetect=n=-40dB:d=0.5,ametadata=print:key=lavfi.silence_start:file=report-%1$d-silence-starts.txt,"
            + "ametadata=print:key=lavfi.silence_end:file=report-%1$d-silence-ends.txt";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    @Test
    void everyTrackIsMeteredInOneRun() {
        Media media = Given.film().audio("ac3", 6, "deu").media();
        assertThat(commands(media, "{'op':'loudness-report'}")).containsExactly(
                "-i IN0 -map 0:1 -filter:a:0 " + METERS.formatted("0-1") + " -map 0:2 -filter:a:1 " + METERS.formatted("0-2")
                        + " -f null -",
                "report 0: TEXT");
    }

    @Test
    void findingNeedsOneRunOverPictureAndSound() {
        Plan plan = plan(Given.film().media(), "{'op':'trim','start':10,'end':20}", "{'op':'detect'}");
        assertThat(Planning.commands(plan)).containsExactly("-ss 9.98 -t 10.02 -i IN0 -map 0:0 -filter:v:0 "
                + "trim=end=10,setpts=PTS-0.02/TB," + DETECTORS.formatted(0)
                + " -map 0:1 -filter:a:0 atrim=start=0.02,asetpts=PTS-0.02/TB," + LISTENERS.formatted(0)
                + " -fps_mode passthrough -f null -", "report 0: JSON");
        assertThat(plan.products()).containsExactly(new Product("json", "", new Expect.Words(Expect.Syntax.JSON)));
        assertThat(plan.explanation().reasons()).extracting(r -> r.subject() + ": " + r.verdict() + ", because " + r.because())
                .containsExactly("clip: searched for scenes, black, silence, because a report of them was asked for");
    }

    @Test
    void joinedPartsAreSearchedAsTheOneClipThatTheyMake() {
        assertThat(commands(Given.film().media(), "{'op':'trim','keep':'10..12,30..31'}", "{'op':'detect','what':'freeze'}")
                .getFirst()).contains("[found_v0_p0_0][found_v0_p0_1]concat=n=2:v=1:a=0,metadata=delete,freezedetect=d=2")
                .contains("[found_v0_p0] -map [found_v0_p0]");
    }

    @Test
    void filmsProxiesStillsLoudnessAndScenesDecodeTheClipOnce() {
        Plan plan = plan(Given.film().media(), "{'op':'transcode','container':'mp4','crf':23}",
                "{'op':'transcode','container':'mov','video-codec':'prores','profile':'proxy','height':540}",
                "{'op':'thumbnail'}", "{'op':'loudness-report'}", "{'op':'detect'}");
        List<Step.Run> runs = plan.steps().stream().filter(Step.Run.class::isInstance).map(Step.Run.class::cast).toList();
        // a still is one seek and no decoding of the clip
        assertThat(runs).extracting(Step.Run::doing).containsExactly(Step.Doing.ENCODING, Step.Doing.PICTURE);
        assertThat(runs.getFirst().command().inputs()).hasSize(1);
        assertThat(runs.getFirst().command().outputs()).hasSize(4);
        assertThat(plan.products()).extracting(Product::extension).containsExactly("mp4", "mov", "jpg", "txt", "json");
        assertThat(plan.steps()).filteredOn(Step.Report.class::isInstance).extracting(s -> ((Step.Report) s).product())
                .containsExactly(3, 4);
    }

    @Test
    void factsTakeNoRunAtAll() {
        assertThat(commands(Given.film().media(), "{'op':'probe'}")).containsExactly("report 0: TEXT");
        assertThat(commands(Given.film().media(), "{'op':'transcode','container':'mkv'}", "{'op':'probe','format':'json'}"))
                .hasSize(2).last().isEqualTo("report 1: JSON");
    }

    @Test
    void whatAClipLacksIsNotLookedFor() {
        Media song = Given.empty("a.mp3", "mp3").audio("mp3", 2, "und").media();
        Planned planned = Planning.plan(song, "{'op':'detect'}");
        assertThat(planned.plan()).isPresent();
        assertThat(planned.problems()).extracting(Object::toString)
                .containsExactly("what: a.mp3 has no picture, so scenes, black is not looked for");
        assertThat(Planning.plan(song, "{'op':'detect','what':'crop'}").problems()).extracting(Problem::code)
                .containsExactly(Code.NEEDS_PICTURE);
        assertThat(Planning.plan(song, "{'op':'detect','format':'edl'}").problems()).extracting(Problem::code)
                .contains(Code.NEEDS_PICTURE);
        Media mute = Given.empty("a.mp4", "mov,mp4,m4a,3gp,3g2,mj2").video("h264", new Size(640, 360), Given.PAL).media();
        assertThat(Planning.plan(mute, "{'op':'loudness-report'}").problems()).extracting(Problem::code)
                .containsExactly(Code.NEEDS_SOUND);
        assertThat(Planning.plan(Given.film().media(), "{'op':'loudness-report'}", "{'op':'scale','height':360}").problems())
                .extracting(Problem::option).contains("op");
    }
}
