package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of contact sheets. */
class SheetPlanTest {

    private static final String STAMP = "drawtext=fontfile=letters.ttf:text='%{pts\\:hms\\:0}':fontsize=17:fontcolor=0xFFFFFF:box=1:"
            + "boxcolor=0x000000@0.6:boxborderw=4:x=w-tw-8:y=h-th-8";
    private static final String HEAD = "pad=iw:ih+84:0:84:color=0x202020,drawtext=fontfile=letters.ttf:textfile=words0.txt:expansion=none:"
            + "fontsize=21:fontcolor=0xEEEEEE:x=10:y=15:line_spacing=7";
    private static final String JPG = "scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p";
    private static final String END = " -frames:v 1 -c:v mjpeg -q:v 3 -huffman optimal -update 1 -f image2 OUT0";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    @Test
    void keyframesOfAUsualFileAreTakenWhileItIsRead() {
        assertThat(commands(Given.film().media(), "{'op':'contact-sheet','rows':1,'header':false}")).containsExactly(
                "own Letters[name=letters.ttf]",
                "-threads 1 -skip_frame nokey -skip_loop_filter all -bsf:0 noise=drop='if(key*gte((pts-startpts)*tb,ld(0)),"
                        + "st(0,(floor((pts-startpts)*tb/15)+1)*15)*0,1)' -i IN0 -map 0:0 -filter:v:0 scale=320:180:flags=bicubic,setsar=1,"
                        + "format=rgb24," + STAMP
                        + ",settb=AVTB,setpts=PTS+1000,fps=4000000/60000000:round=down:eof_action=pass:start_time=0,"
                        + "tpad=stop_mode=clone:stop=4,tile=4x1:padding=8:margin=8:color=0x202020," + JPG + END);
        assertThat(
                commands(Given.film().media(), "{'op':'contact-sheet','rows':1,'tile-width':600,'timestamps':false}").getLast())
                .startsWith("-threads 1 -skip_frame nokey -bsf:0 noise=");
    }

    @Test
    void keyframesOfALargeFileAreReachedByAListOfMoments() {
        Plan plan = plan(Given.film().bytes(3_000_000_000L).media(), "{'op':'contact-sheet','rows':1}");
        assertThat(Planning.commands(plan)).containsExactly("own Letters[name=letters.ttf]",
                "write words0.txt: clip.mp4 / 1920×1080 · 3 GB · 1:00 · h264 · aac",
                "write moments0.ffconcat: ffconcat version 1.0 / file @{source-0} / inpoint 7.5 / outpoint 7.501 / file @{source-0} / inpoint 22.5 / outpoint 22.501"
                        + " / file @{source-0} / inpoint 37.5 / outpoint 37.501 / file @{source-0} / inpoint 52.5 / outpoint 52.501",
                "-threads 1 -skip_frame nokey -f concat -safe 0 -i moments0.ffconcat -map 0:0 -filter:v:0 settb=AVTB,setpts=PTS+(N+0.5)*15000000-N*1000,"
                        + "scale=320:180:flags=bicubic,setsar=1,format=rgb24," + STAMP
                        + ",tile=4x1:padding=8:margin=8:color=0x202020," + HEAD + "," + JPG + END);
        assertThat(((Expect.Film) plan.products().getFirst().expect()).size()).contains(new Size(1320, 280));
    }

    @Test
    void whatCannotJumpGoesToEachTimeByItself() {
        Media hevc = Given.empty("h.mp4", "mov,mp4").bytes(3_000_000_000L).video("hevc", new Size(1920, 1080), Given.PAL).media();
        assertThat(commands(hevc, "{'op':'contact-sheet','columns':2,'rows':1,'timestamps':false,'header':false}"))
                .containsExactly(
                        "-threads 1 -skip_frame nokey -noaccurate_seek -ss 15 -i IN0 -threads 1 -skip_frame nokey -noaccurate_seek -ss 45 -i IN0"
                                + " -filter_complex [0:0]trim=end_frame=1,setpts=PTS+15/TB,scale=320:180:flags=bicubic,setsar=1,format=rgb24,settb=AVTB[tile0_0];"
                                + "[1:0]trim=end_frame=1,setpts=PTS+45/TB,scale=320:180:flags=bicubic,setsar=1,format=rgb24,settb=AVTB[tile0_1];"
                                + "[tile0_0][tile0_1]interleave=nb_inputs=2,tile=2x1:padding=8:margin=8:color=0x202020," + JPG
                                + "[sheet0] -map [sheet0]" + END);
    }

    @Test
    void exactTilesRideAlongOrAreReachedOneByOne() {
        String exact = "{'op':'contact-sheet','pick':'exact','header':false,'timestamps':false}";
        assertThat(commands(Given.film().media(), exact)).singleElement().asString().startsWith(
                "-i IN0 -map 0:0 -filter:v:0 settb=AVTB,setpts=PTS-1500600,fps=20000000/60000000:round=up:start_time=0,scale=320:180");
        assertThat(commands(Given.film().media(), "{'op':'transcode','crf':20}", exact)).singleElement().asString()
                .contains("OUT0 -map 0:0 -filter:v:0 settb=AVTB").endsWith("OUT1");
        assertThat(commands(Given.film().media(), "{'op':'contact-sheet','columns':3,'rows':2,'pick':'exact','header':false}")
                .getLast())
                .startsWith("-threads 1 -ss 4.98 -i IN0 -threads 1 -ss 14.98 -i IN0");
    }

    @Test
    void aPartShowsItsOwnTimesAndNothingThatWasCutAway() {
        assertThat(commands(Given.film().media(), "{'op':'contact-sheet','start':20,'duration':10,'header':false}").getLast())
                .startsWith("-ss 19.98 -t 10.02 -i IN0").contains("text='%{pts\\:hms\\:20.25}'").doesNotContain("skip_frame");
    }

    @Test
    void whatCannotBeIsSaid() {
        Media endless = Given.empty("e.webm", "matroska,webm").endless().video("vp9", new Size(640, 360), Given.PAL).media();
        assertThat(Planning.plan(endless, "{'op':'contact-sheet'}").problems()).extracting(Problem::code)
                .contains(Code.NEEDS_OTHER);
        assertThat(Planning.plan(Given.film().media(), "{'op':'contact-sheet','columns':50,'tile-width':640}").problems())
                .extracting(Problem::option).containsExactly("tile-width");
    }

    @Test
    void severalOutputsOfOneClipShareItsDecode() {
        List<String> commands = commands(Given.film().media(), "{'op':'trim','start':10,'end':30}",
                "{'op':'transcode','crf':20}", "{'op':'gif','width':320}",
                "{'op':'contact-sheet','pick':'exact','rows':1}", "{'op':'frames','interval':5}");
        List<String> runs = commands.stream().filter(c -> c.contains("-i IN0")).toList();
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.split("-i IN0", -1)).hasSize(2);
            assertThat(run).contains("OUT0").contains("OUT1").contains("OUT2").contains("OUT3/.%06d");
        });
        List<String> apart = commands(Given.film().media(), "{'op':'trim','start':10,'end':30}", "{'op':'transcode','crf':20}",
                "{'op':'gif','width':320,'start':5}");
        assertThat(apart.stream().filter(c -> c.contains("-i IN0"))).hasSize(2);
    }
}
