package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole argument lists of the operations of the sound. */
class SoundPlanTest {

    private static final String MP4 = " -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0";
    private static final String AAC = " -c:a:0 aac -b:a:0 192000";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    private static List<Problem> problems(Media media, String... steps) {
        return Planning.plan(media, steps).problems();
    }

    @Test
    void aGainIsOneFilterAndARaisedOneIsLimited() {
        assertThat(commands(Given.film().media(), "{'op':'volume','gain':-6}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy" + AAC + " -filter:a:0 volume=-6dB" + MP4);
        assertThat(commands(Given.film().media(), "{'op':'volume','gain':4.5}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy" + AAC
                        + " -filter:a:0 volume=4.5dB,alimiter=limit=0.891251:level=0:latency=1" + MP4);
    }

    @Test
    void onlyTheChosenTracksAreEncoded() {
        assertThat(commands(Given.film().audio("ac3", 6, "deu").media(), "{'op':'volume','mute':true,'tracks':'2'}"))
                .containsExactly("-i IN0 -map 0:0 -map 0:1 -map 0:2 -c:v:0 copy -c:a:0 copy -c:a:1 ac3 -b:a:1 448000"
                        + " -filter:a:1 volume=0,aformat=channel_layouts=5.1" + MP4);
    }

    @Test
    void aPeakIsMeasuredBehindTheStepsBefore() {
        assertThat(commands(Given.film().media(), "{'op':'trim','end':10}", "{'op':'volume','gain':-2}",
                "{'op':'volume','peak':-1}")).startsWith(
                        "measure measured-1: -t 10 -i IN0 -map 0:1 -filter:a:0 volume=-2dB,astats=measure_perchannel=none:measure_overall=Peak_level"
                                + " -vn -sn -dn -loglevel level+info -f null -")
                .last().asString().contains("-filter:a:0 volume=-2dB,@{measured-1} ");
    }

    @Test
    void whatVolumeCannotDoIsSaid() {
        assertThat(problems(Given.film().media(), "{'op':'volume'}")).extracting(Problem::option, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("gain", Code.REQUIRED));
        assertThat(problems(Given.film().media(), "{'op':'volume','gain':0}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(Given.film().media(), "{'op':'volume','gain':1,'tracks':'3'}")).extracting(Problem::code)
                .containsExactly(Code.NO_SUCH_TRACK);
        assertThat(problems(Given.film().media(), "{'op':'volume','gain':1,'tracks':'lang:fra'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }
}
