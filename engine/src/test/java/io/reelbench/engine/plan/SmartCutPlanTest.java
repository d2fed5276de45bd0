package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Problems;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The plan of an exact cut at copy speed, as a value. */
class SmartCutPlanTest {

    private static final Fact.Stretch ASKED = new Fact.Stretch(9_980_000, OptionalLong.of(29_980_000));
    /** 25 frames to the first clean keyframe at 11 s, 472 copied, 3 behind them; in units of 1/12800 s. */
    private static final Stretch FOUND = new Stretch(128_000, 383_488, 384_000, 25,
            Optional.of(new Stretch.Core(140_800, 382_464, 472)), 3, new Stretch.Coding(40, 4, 0, true));

    private static Media film(Stretch found) {
        return Given.film().knowing(known -> known.withStretch(ASKED, found)).seen(SmartCutPlanTest::high).media();
    }

    private static Track.Video high(Track.Video v) {
        Track.Facts f = v.facts();
        Track.Facts high = new Track.Facts(f.index(), f.codec(), f.codecTag(), Optional.of("High"), true, f.timebase(),
                f.startUs(), f.lengthUs(), f.bitrate(), f.frames(), f.language(), f.title(), f.dispositions(), f.tags());
        return new Track.Video(high, v.coded(), v.pixelShape(), v.rotation(), v.flipped(), v.pixels(), v.rate(), v.variable(),
                v.fields(), v.colour(), v.hdr(), v.timecode(), v.reorder());
    }

    @Test
    void piecesAreMadeJoinedAndProven() {
        Plan plan = Planning.plan(film(FOUND), "{'op':'trim','start':10,'end':30}").plan().orElseThrow();
        String like = "-c:v libx264 -preset veryfast -crf 14 -pix_fmt yuv420p -profile:v high -level:v 4.0 -bf 3 -x264-params "
                + "ref=4:b-pyramid=normal:sps-id=1 -bsf:v dump_extra=freq=keyframe -avoid_negative_ts disabled -f nut ";
        assertThat(Planning.commands(plan)).containsExactly(
                "write cut-0-128000-384000.ffconcat: ffconcat version 1.0 / file p0-128000-140800.nut / duration 1 / file p0-140800-382464.nut / duration 18.88"
                        + " / file p0-382464-384000.nut / duration 0.12",
                "-copyts -noautorotate -ss 9.666667 -t 4.333333 -i IN0 -copyts -ss 10.666667 -t 22.213333 -i IN0 "
                        + "-copyts -noautorotate -ss 29.546667 -t 3.453333 -i IN0 "
                        + "-map 0:0 -filter:v settb=1/12800,trim=start_pts=128000:end_pts=140800,setpts=PTS-128000 "
                        + "-frames:v 25 -fps_mode passthrough -enc_time_base 1:12800 " + like + "p0-128000-140800.nut "
                        + "-map 0:0 -filter:v settb=1/12800,trim=start_pts=140800:end_pts=145920 -frames:v 6 "
                        + "-fps_mode passthrough -f framemd5 shown0-140800.txt "
                        + "-map 1:0 -c:v copy -bsf:v noise=drop='lt(pts,140800)+gte(pts,382464)',"
                        + "setts=pts=PTS-140800:dts=DTS-140800,h264_mp4toannexb,dump_extra=freq=keyframe "
                        + "-avoid_negative_ts disabled -f nut p0-140800-382464.nut "
                        + "-map 2:0 -filter:v settb=1/12800,trim=start_pts=382464:end_pts=384000,setpts=PTS-382464 "
                        + "-frames:v 3 -fps_mode passthrough -enc_time_base 1:12800 " + like + "p0-382464-384000.nut "
                        + "-map 2:0 -filter:v settb=1/12800,trim=start_pts=377344:end_pts=382464 "
                        + "-fps_mode passthrough -f framemd5 shown0-382464.txt",
                "-ss 9.98 -t 20.02 -i IN0 -f concat -safe 0 -i cut-0-128000-384000.ffconcat -map 1:0 -map 0:1 -c:v:0 copy -video_track_timescale "
                        + "12800 -time_base:v:0 1:12800 -r:v:0 25 -c:a:0 aac -b:a:0 192000 -filter:a:0 "
                        + "atrim=start=0.02,asetpts=PTS-0.02/TB -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0",
                "if not right: -ss 9.98 -t 20.02 -i IN0 -map 0:0 -map 0:1 -c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p "
                        + "-fps_mode cfr -r 25 -filter:v:0 trim=end=20,setpts=PTS-0.02/TB -c:a:0 aac -b:a:0 192000 -filter:a:0 "
                        + "atrim=start=0.02,asetpts=PTS-0.02/TB -map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0");
        assertThat(plan.explanation().reasons().getFirst().verdict().toString()).isEqualTo("copied, but for 28 of 500 frames");
        assertThat(plan.steps()).last().isInstanceOfSatisfying(Step.Splice.class, splice -> {
            assertThat(splice.frames()).isEqualTo(500);
            assertThat(splice.seams()).containsExactly(
                    new Step.Seam(1_000_000, true, 11_000_000, 400_000, Optional.of("shown0-140800.txt")),
                    new Step.Seam(19_880_000, false, 29_880_000, 400_000, Optional.of("shown0-382464.txt")));
        });
        assertThat(plan.copiesAroundCuts()).isTrue();
        assertThat(plan.zones()).containsExactly(new Range(10_000_000, 11_000_000), new Range(29_880_000, 30_000_000));
    }

    @Test
    void anAnswerWithoutAKeyframeMeansThatEverythingIsEncoded() {
        Stretch none = new Stretch(128_000, 383_488, 384_000, 500, Optional.empty(), 0, new Stretch.Coding(40, 4, 0, true));
        Plan plan = Planning.plan(film(none), "{'op':'trim','start':10,'end':30}").plan().orElseThrow();
        assertThat(plan.steps()).singleElement().isInstanceOf(Step.Run.class);
        assertThat(plan.explanation().reasons().getFirst().because().toString()).startsWith("no keyframe");
    }

    @Test
    void whatAStepChangesIsNotAskedFor() {
        assertThat(missing("{'op':'trim','start':10,'end':30}", "{'op':'scale','width':960}")).isEmpty();
        assertThat(missing("{'op':'trim','start':10,'end':30}", "{'op':'transcode','crf':20}")).isEmpty();
        assertThat(missing("{'op':'trim','start':10,'end':30}")).containsExactly(ASKED);
    }

    private static java.util.Set<Fact> missing(String... steps) {
        return Planning.recipe(steps).apply(Given.film().media(), new Problems()).missing();
    }
}
