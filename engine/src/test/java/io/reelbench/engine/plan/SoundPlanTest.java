package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.media.Size;
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

    @Test
    void aMixDownCannotClipAndEncodesOnlyWhatItChanges() {
        assertThat(commands(Given.film().audio("ac3", 6, "deu").media(), "{'op':'channels','downmix':'dialogue'}"))
                .containsExactly("-i IN0 -map 0:0 -map 0:1 -map 0:2 -c:v:0 copy -c:a:0 copy -c:a:1 ac3 -b:a:1 192000 -filter:a:1"
                        + " aresample=rematrix_maxval=1:center_mix_level=1,aformat=channel_layouts=stereo" + MP4);
        assertThat(problems(Given.film().media(), "{'op':'channels'}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }

    @Test
    void splitChannelsGetNamesAndOneIsTheDefault() {
        assertThat(commands(Given.film().media(), "{'op':'channels','split':true}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -map 0:1 -c:v:0 copy -c:a:0 aac -b:a:0 96000 -filter:a:0 pan=mono|c0=c0"
                        + " -metadata:s:a:0 language=eng -metadata:s:a:0 title=Left -disposition:a:0 0"
                        + " -c:a:1 aac -b:a:1 96000 -filter:a:1 pan=mono|c0=c1"
                        + " -metadata:s:a:1 language=eng -metadata:s:a:1 title=Right -disposition:a:1 0" + MP4);
    }

    @Test
    void mergedTracksBeginTogether() {
        Media two = Given.empty("a.mov", "mov,mp4").audio("pcm_s16le", 1, "eng").audio("pcm_s16le", 1, "eng").media();
        assertThat(commands(two, "{'op':'channels','merge':'2,1'}", "{'op':'transcode','container':'mov'}")).containsExactly(
                "-i IN0 -filter_complex [0:1]anull[a0_0_1];[0:0]anull[a0_0_0];"
                        + "[a0_0_1]aresample=async=1:first_pts=0[a0_voice0];[a0_0_0]aresample=async=1:first_pts=0[a0_voice1];"
                        + "[a0_voice0][a0_voice1]join=inputs=2:channel_layout=stereo:map=0.0-FL|1.0-FR[a0]"
                        + " -map [a0] -c:a:0 pcm_s16le -metadata:s:a:0 language=eng -map_metadata 0 -map_chapters -1 -movflags +faststart -f mov OUT0");
    }

    @Test
    void tracksAreDroppedAndOrderedWithoutEncoding() {
        assertThat(commands(Given.film().audio("ac3", 6, "deu").media(), "{'op':'channels','tracks':'2,1'}"))
                .containsExactly("-i IN0 -map 0:0 -map 0:2 -map 0:1 -c:v:0 copy -c:a:0 copy -c:a:1 copy" + MP4);
    }

    @Test
    void whatChannelsCannotDoIsSaid() {
        Media film = Given.film().media();
        assertThat(problems(film, "{'op':'channels','merge':'all'}")).extracting(Problem::code)
                .containsExactly(Code.OUT_OF_RANGE);
        assertThat(problems(Given.film().audio("aac", 1, "deu").media(), "{'op':'channels','merge':'1,2'}"))
                .extracting(Object::toString).containsExactly(
                        "merge: track 1 has 2 channels; only mono tracks are merged, so split it first or use map");
        assertThat(problems(film, "{'op':'channels','map':'L=1.1,C=1.2'}")).extracting(Problem::option).containsExactly("map");
        assertThat(problems(film, "{'op':'channels','map':'L=1.1,R=1.3'}")).extracting(Problem::code)
                .containsExactly(Code.NO_SUCH_TRACK);
    }

    @Test
    void aFadeKnowsWhereTheClipEnds() {
        assertThat(commands(Given.film().media(), "{'op':'trim','start':5,'end':15}",
                "{'op':'fade','in':'25f','out':'2','curve':'linear'}").getFirst())
                .contains(" -filter:v:0 trim=end=10,setpts=PTS-0.02/TB,fade=t=in:st=0:d=1,fade=t=out:st=8:d=2 ")
                .contains("asetpts=PTS-0.02/TB,afade=t=in:st=0:d=1:curve=tri,afade=t=out:st=8:d=2:curve=tri ");
        assertThat(commands(Given.film().media(), "{'op':'fade','in':0,'out':'0.5','target':'picture','colour':'white'}"))
                .containsExactly(
                        "-i IN0 -map 0:0 -map 0:1 -c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p -fps_mode cfr -r 25"
                                + " -filter:v:0 fade=t=out:st=59.5:d=0.5:color=0xFFFFFF -c:a:0 copy" + MP4);
    }

    @Test
    void aFadeBeforeACutStaysWhereItWas() {
        assertThat(commands(Given.film().media(), "{'op':'fade','in':4,'out':0,'target':'sound'}", "{'op':'trim','start':2}")
                .getFirst()).contains("asetpts=PTS-0.02/TB,asetpts=PTS+2/TB,afade=t=in:st=0:d=4:curve=qsin,asetpts=PTS-2/TB ");
    }

    @Test
    void aFadeThatDoesNotFitIsSaid() {
        assertThat(problems(Given.film().media(), "{'op':'fade','in':40,'out':30}")).extracting(Object::toString)
                .containsExactly("out: in and out together take 1:10, and clip.mp4 is 1:00 long here");
        assertThat(problems(Given.film().endless().media(), "{'op':'fade'}")).extracting(Problem::option, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("out", Code.NEEDS_OTHER));
        assertThat(problems(Given.film().media(), "{'op':'fade','in':0,'out':0}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
    }

    @Test
    void anotherSpeedKeepsTheFrameRateAndThePitch() {
        String x264 = " -c:v libx264 -preset medium -crf 21 -pix_fmt yuv420p -fps_mode cfr -r 25";
        Plan fast = plan(Given.film().subtitle("mov_text", true).chapter(10, 30).media(), "{'op':'speed','factor':2.5}");
        assertThat(Planning.commands(fast)).containsExactly(
                "write chapters-d36da5cb.txt: ;FFMETADATA1 / [CHAPTER] / TIMEBASE=1/1000000 / START=4000000 / END=12000000 / title=One",
                "-i IN0 -f ffmetadata -i chapters-d36da5cb.txt -map 0:0 -map 0:1 -map 0:2" + x264
                        + " -filter:v:0 settb=AVTB,setpts=PTS*2/5+4400,fps=25" + AAC
                        + " -filter:a:0 aresample=async=1:first_pts=0,adelay=1024S:all=1,atempo=2,adelay=1024S:all=1,atempo=1.25 -c:s:0 copy -disposition:s:0 0"
                        + " -bsf:s:0 setts=pts=PTS*2/5:dts=DTS*2/5:duration=DURATION*2/5"
                        + " -map_metadata 0 -map_chapters 1 -movflags +faststart -f mp4 OUT0");
        assertThat(((Expect.Film) fast.products().getFirst().expect()).lengthUs()).hasValue(24_000_000);
        assertThat(commands(Given.film().media(), "{'op':'speed','factor':0.4,'preserve-pitch':false,'interpolate':'motion'}"))
                .containsExactly("-i IN0 -map 0:0 -map 0:1" + x264
                        + " -filter:v:0 tpad=stop_mode=clone:stop=3,settb=AVTB,setpts=PTS*5/2,minterpolate=fps=25:mi_mode=mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1,trim=end=149.98"
                        + AAC
                        + " -filter:a:0 aresample=async=1:first_pts=0,asetrate=19200,aresample=48000" + MP4);
    }

    @Test
    void aConformedPictureIsCopiedWithOtherTimes() {
        Plan plan = plan(Given.film().timecoded("01:00:00:00").media(), "{'op':'speed','conform-to':'23.976'}");
        assertThat(Planning.commands(plan)).containsExactly("-i IN0 -map 0:0 -map 0:1 -c:v:0 copy -bsf:v:0"
                + " setts=time_base=1/24000:prescale=1:pts=round(PTS*25/24000)*1001:dts=round(DTS*25/24000)*1001:duration=1001"
                + " -time_base:v:0 1:24000 -r:v:0 24000/1001" + AAC
                + " -filter:a:0 aresample=async=1:first_pts=0,adelay=1024S:all=1,atempo=0.959040959041"
                + " -map_metadata 0 -map_chapters -1 -timecode 01:00:00:00 -movflags +faststart -f mp4 OUT0");
        assertThat(commands(Given.film().media(), "{'op':'speed','conform-to':24}", "{'op':'scale','height':720}").getFirst())
                .contains("-fps_mode cfr -r 24 -filter:v:0 settb=AVTB,setpts=PTS*25/24,scale=1280:720");
    }

    @Test
    void aLengthIsFitted() {
        assertThat(commands(Given.film().media(), "{'op':'trim','end':10}", "{'op':'speed','fit-duration':'0:04'}").getFirst())
                .contains("setpts=PTS*2/5+4400,fps=25").contains(
                        " -filter:a:0 atrim=end=10,aresample=async=1:first_pts=0,adelay=1024S:all=1,atempo=2,adelay=1024S:all=1,atempo=1.25 ");
        assertThat(problems(Given.film().media(), "{'op':'speed','fit-duration':'0.1'}")).extracting(Problem::code)
                .containsExactly(Code.OUT_OF_RANGE);
        assertThat(problems(Given.film().endless().media(), "{'op':'speed','fit-duration':10}")).extracting(Problem::code)
                .containsExactly(Code.NEEDS_OTHER);
        assertThat(problems(Given.film().media(), "{'op':'speed','factor':1}")).extracting(Problem::code)
                .containsExactly(Code.NOTHING_TO_DO);
        assertThat(problems(Given.film().media(), "{'op':'speed'}")).extracting(Problem::code).containsExactly(Code.REQUIRED);
    }

    @Test
    void tapesAreExactOverHours() {
        for (String length : List.of("43:21.7", "37", "59.999", "1:31.07")) {
            String filter = commands(Given.film().seconds(3600).media(), "{'op':'speed','fit-duration':'" + length
                    + "','preserve-pitch':false}").getFirst().replaceAll(".*first_pts=0,(?:aresample=(\\d+),)?asetrate=(\\d+),.*",
                            "$1/$2");
            String[] rates = filter.split("/");
            double factor = Double.parseDouble(rates[1]) / (rates[0].isEmpty() ? 48_000 : Double.parseDouble(rates[0]));
            double wanted = 3600 / (switch (length) {
                case "43:21.7" -> 2601.7;
                case "1:31.07" -> 91.07;
                default -> Double.parseDouble(length);
            });
            assertThat(factor / wanted).as(length + " " + filter).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-7));
        }
    }

    @Test
    void loudnessIsMeasuredBehindTheStepsBeforeAndLookedAtAfterwards() {
        assertThat(commands(Given.film().media(), "{'op':'volume','gain':-3}", "{'op':'loudness','standard':'ebu-r128'}"))
                .containsExactly(
                        "measure measured-1: -i IN0 -map 0:1 -filter:a:0 volume=-3dB,loudnorm=I=-23:TP=-1:LRA=15:print_format=json"
                                + " -vn -sn -dn -loglevel level+info -f null -",
                        "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy" + AAC + " -filter:a:0 volume=-3dB,@{measured-1}" + MP4,
                        "measure : -i OUT0 -map 0:a:0 -filter:a:0 ebur128=peak=true:framelog=quiet -vn -sn -dn -loglevel level+info -f null -");
    }

    @Test
    void liveLoudnessIsOnePassAtTheSourcesOwnRate() {
        Media source = Given.empty("a.mp4", "mov,mp4").audio("aac", 2, "eng", 44_100).media();
        assertThat(commands(source, "{'op':'loudness','integrated':-19,'mode':'live'}").getFirst())
                .contains(" -filter:a:0 loudnorm=I=-19:TP=-1.5:LRA=11,aresample=44100 ").doesNotContain(" -ar");
        assertThat(commands(source, "{'op':'loudness'}", "{'op':'extract-audio','format':'mp3'}").get(1))
                .isEqualTo("-i IN0 -map 0:0 -c:a:0 libmp3lame -b:a:0 192000 -filter:a:0 @{measured-1}"
                        + " -map_metadata 0 -map_chapters -1 -id3v2_version 3 -f mp3 OUT0");
    }

    @Test
    void aSoundFileIsConvertedWithItsCover() {
        Media song = Given.empty("song.flac", "flac").audio("flac", 2, "und").cover().media();
        assertThat(commands(song, "{'op':'convert-audio','audio-quality':2,'sample-rate':44100}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -c:a:0 libmp3lame -ar:a:0 44100 -q:a:0 2 -c:v:0 copy -disposition:v:0 attached_pic"
                        + " -map_metadata 0 -map_chapters -1 -id3v2_version 3 -f mp3 OUT0");
        assertThat(commands(song, "{'op':'convert-audio','format':'m4a','cover':false}").getFirst())
                .doesNotContain("attached_pic");
        assertThat(commands(Given.empty("a.mp3", "mp3").audio("mp3", 2, "und").media(), "{'op':'convert-audio'}").getFirst())
                .contains("-c:a:0 copy");
        assertThat(problems(Given.film().media(), "{'op':'convert-audio'}")).extracting(Object::toString)
                .containsExactly("clip.mp4 is a film and not a sound file");
    }

    @Test
    void packetsThatOverlapAreSmoothedBeforeAnEncoder() {
        Media vorbis = Given.empty("v.webm", "matroska,webm").video("vp8", new Size(640, 360), Given.PAL)
                .audio("vorbis", 2, "eng")
                .media();
        assertThat(
                Planning.commands(Planning.plan(vorbis, "{'op':'transcode','container':'mp4'}").plan().orElseThrow()).getLast())
                .contains("-c:a:0 aac").contains("-filter:a:0 aresample=async=1 ");
        assertThat(
                Planning.commands(Planning.plan(vorbis, "{'op':'transcode','container':'mkv'}").plan().orElseThrow()).getLast())
                .contains("-c:a:0 copy").doesNotContain("aresample");
    }
}
