package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Whole plans and whole argument lists: the specification of the planner. */
class PlannerTest {

    private static final String X264 = "-c:v libx264 -preset medium";
    private static final String FORM = "-pix_fmt yuv420p -fps_mode cfr -r 25";
    private static final String MP4 = "-map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    private static List<Problem> problems(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).isEmpty();
        return planned.problems();
    }

    @Test
    void whatNobodyTouchesIsCopiedIntoAnotherContainer() {
        Media source = Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).audio("aac", 2, "eng")
                .audio("ac3", 6, "deu").subtitle("subrip", true)
                .subtitle("hdmv_pgs_subtitle", false).media();
        Plan plan = plan(source, "{'op':'transcode','container':'mp4'}");
        assertThat(Planning.commands(plan))
                .containsExactly(
                        "-i IN0 -map 0:0 -map 0:1 -map 0:2 -map 0:3 -c:v:0 copy -c:a:0 copy -c:a:1 copy -c:s:0 mov_text -disposition:s:0 0 "
                                + MP4);
        assertThat(film(plan).tracks()).extracting(Expect.TrackExpected::codec)
                .containsExactly("h264",
                        "aac", "ac3", "mov_text");
        assertThat(plan.explanation().reasons()).extracting(r -> r.subject() + ": " + r.verdict() + ", because " + r.because())
                .containsExactly("picture: copied, because nothing changes it",
                        "sound 1: copied, because nothing changes it", "sound 2: copied, because nothing changes it",
                        "subtitles 1: converted to mov_text, because MP4 does not hold subrip",
                        "subtitles 2: left out, because MP4 cannot hold subtitles that are pictures");
    }

    @Test
    void soundThatTheContainerRefusesIsEncodedAndTheRestCopied() {
        Media source = Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).audio("dts", 6, "fra")
                .media();
        assertThat(commands(source, "{'op':'transcode','container':'mp4'}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 aac -b:a:0 448000 -filter:a:0 aformat=channel_layouts=5.1 " + MP4);
    }

    @Test
    void aScaleEncodesThePictureAndCopiesTheSound() {
        Plan plan = plan(Given.film().media(), "{'op':'scale','resolution':'720p'}");
        assertThat(Planning.commands(plan)).containsExactly("-i IN0 -map 0:0 -map 0:1 " + X264 + " -crf 21 " + FORM
                + " -filter:v:0 scale=1280:720:flags=lanczos:interl=-1,setsar=1 -c:a:0 copy " + MP4);
        assertThat(plan.products()).containsExactly(new Product("mp4", "",
                new Expect.Film(
                        List.of(new Expect.TrackExpected(Expect.TrackExpected.Kind.VIDEO, "h264"),
                                new Expect.TrackExpected(Expect.TrackExpected.Kind.AUDIO, "aac")),
                        OptionalLong.of(60_000_000), 132_400, java.util.Optional.of(new Size(1280, 720)), OptionalLong.empty(),
                        new Promise(List.of(new Promise.Item(Promise.Kind.LANGUAGES, "eng"),
                                new Promise.Item(Promise.Kind.FRAME_RATE, "25"))))));
        assertThat(plan.explanation().line())
                .hasToString("picture encoded as H.264 (libx264) · sound 1 copied · 1:00 · 5.09 MB to 34.4 MB · about 9 to 45 s");
    }

    @Test
    void severalStepsAreOneDecodeAndOneEncode() {
        assertThat(commands(Given.film().media(), "{'op':'trim','start':5,'end':15}", "{'op':'scale','height':720}",
                "{'op':'transcode','crf':20}",
                "{'op':'extract-audio','format':'mp3'}", "{'op':'thumbnail','time':'50%'}")).containsExactly(
                        "-ss 4.98 -t 10.02 -i IN0 -map 0:0 -map 0:1 " + X264 + " -crf 20 " + FORM
                                + " -filter:v:0 trim=end=10,setpts=PTS-0.02/TB,scale=1280:720:flags=lanczos:interl=-1,setsar=1"
                                + " -c:a:0 aac -b:a:0 192000 -filter:a:0 atrim=start=0.02,asetpts=PTS-0.02/TB " + MP4
                                + " -map 0:1 -c:a:0 libmp3lame -b:a:0 192000 -filter:a:0 atrim=start=0.02,asetpts=PTS-0.02/TB"
                                + " -map_metadata 0 -map_chapters -1 -id3v2_version 3 -f mp3 OUT1",
                        "-ss 9.98 -i IN0 -map 0:0 -filter:v:0 scale=1280:720:flags=lanczos:interl=-1,setsar=1,scale=out_range=full:out_color_matrix=bt601,format=yuvj444p|yuvj422p|yuvj420p"
                                + " -frames:v 1 -c:v mjpeg -q:v 3 -huffman optimal -update 1 -f image2 OUT2");
    }

    @Test
    void anExactCutSeeksHalfAFrameEarlierAndMovesTheTimecode() {
        Plan plan = plan(Given.film().timecoded("01:00:00:00").chapter(0, 30).media(), "{'op':'trim','start':'12','end':'26.5'}");
        assertThat(Planning.commands(plan)).containsExactly(
                "write chapters-a6eb6d88.txt: ;FFMETADATA1 / [CHAPTER] / TIMEBASE=1/1000000 / START=0 / END=14520000 / title=One",
                "-ss 11.98 -t 14.54 -i IN0 -f ffmetadata -i chapters-a6eb6d88.txt -map 0:0 -map 0:1 " + X264 + " -crf 21 "
                        + FORM
                        + " -filter:v:0 trim=end=14.52,setpts=PTS-0.02/TB -c:a:0 aac -b:a:0 192000 -filter:a:0 atrim=start=0.02,asetpts=PTS-0.02/TB"
                        + " -map_metadata 0 -map_chapters 1 -timecode 01:00:12:00 -movflags +faststart -f mp4 OUT0");
        assertThat(film(plan).lengthUs()).hasValue(14_520_000);
    }

    @Test
    void aCopiedCutSaysWhereItReallyFalls() {
        Plan plan = plan(Given.film().landing(12, 10.4, 14.4).media(), "{'op':'trim','start':12,'duration':10,'mode':'copy'}");
        assertThat(Planning.commands(plan))
                .containsExactly(
                        "-ss 10.399 -t 11.601 -i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 copy -copypriorss:v:0 0 -copypriorss:a 0 "
                                + MP4);
        assertThat(plan.explanation().notes()).extracting(Object::toString)
                .containsExactly("Starts at 0:10.4, the keyframe before 0:12: 0:01.6 more than asked for.");
        assertThat(film(plan).lengthUs()).hasValue(11_600_000);
    }

    @Test
    void aCopiedCutRefusesWhatWouldChangeThePicture() {
        assertThat(problems(Given.film().landing(12, 10.4, 14.4).media(), "{'op':'trim','start':12,'mode':'copy'}",
                "{'op':'scale','resolution':'720p'}"))
                .extracting(Problem::option, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mode", Code.CHOOSE_ONE));
    }

    @Test
    void severalExactPartsAreJoinedInOneGraph() {
        assertThat(commands(Given.film().media(), "{'op':'trim','keep':[{'start':1,'end':3},{'start':'end-5s'}]}"))
                .containsExactly(
                        "-ss 0.98 -t 2.02 -i IN0 -ss 54.98 -i IN0 -filter_complex [0:0]trim=end=2,setpts=PTS-0.02/TB[v0];[0:1]atrim=start=0.02,asetpts=PTS-0.02/TB[a0_0];"
                                + "[1:0]setpts=PTS-0.02/TB[v1];[1:1]atrim=start=0.02,asetpts=PTS-0.02/TB[a1_0];[v0][a0_0][v1][a1_0]concat=n=2:v=1:a=1[joined][heard0];[heard0]anull[a0];[joined]null[v] -map [v] -map [a0] "
                                + X264
                                + " -crf 21 " + FORM + " -c:a:0 aac -b:a:0 192000 -metadata:s:a:0 language=eng " + MP4);
    }

    @Test
    void severalCopiedPartsAreAListForTheConcatDemuxer() {
        assertThat(commands(Given.film().landing(20, 18, 22).media(), "{'op':'trim','remove':'10..20','mode':'copy'}"))
                .containsExactly(
                        "write parts.ffconcat: ffconcat version 1.0 / file @{source-0} / inpoint 0 / outpoint 10 / file @{source-0} / inpoint 18",
                        "-f concat -safe 0 -i parts.ffconcat -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 copy " + MP4);
    }

    @Test
    void soundIsCopiedIntoItsNaturalHome() {
        assertThat(plan(Given.film().media(), "{'op':'extract-audio'}").products()).extracting(Product::extension)
                .containsExactly("m4a");
        assertThat(commands(Given.film().media(), "{'op':'extract-audio'}"))
                .containsExactly(
                        "-i IN0 -map 0:1 -c:a:0 copy -map_metadata 0 -map_chapters -1 -movflags +faststart -f ipod OUT0");
    }

    @Test
    void everySoundTrackBecomesAFileOfItsOwn() {
        Media source = Given.film().audio("ac3", 6, "deu").media();
        assertThat(plan(source, "{'op':'extract-audio','audio-tracks':'all','format':'wav'}").products())
                .extracting(Product::label).containsExactly("1-eng", "2-deu");
    }

    @Test
    void aTargetSizeIsTwoPassesWithTheSoundAndTheContainerTakenOff() {
        Plan plan = plan(Given.film().media(), "{'op':'compress','target-size':'10MB','if-larger':'write'}");
        assertThat(Planning.commands(plan)).containsExactly(
                "-i IN0 -map 0:0 " + X264 + " -b:v 1177900 " + FORM + " -pass 1 -passlogfile pass -an -sn -dn -f null -",
                "fit 1177900: -i IN0 -map 0:0 -map 0:1 " + X264 + " -b:v @{video-bitrate} " + FORM
                        + " -pass 2 -passlogfile pass -c:a:0 copy " + MP4);
        assertThat(film(plan).maxBytes()).hasValue(10_000_000);
    }

    @Test
    void aTargetSizeTooSmallForTheSoundSaysWhatIsNeeded() {
        assertThat(problems(Given.film().media(), "{'op':'compress','target-size':'100kB'}")).extracting(Object::toString)
                .containsExactly("target-size: 100 kB is too small for 1:00 with its sound: at least 423 kB are needed");
    }

    @Test
    void compressingKeepsTheSourceWhenItComesOutNoSmaller() {
        assertThat(commands(Given.film().media(), "{'op':'compress'}")).last().asString()
                .isEqualTo("if larger than 30000000: -i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 copy " + MP4);
    }

    @Test
    void aTargetScoreIsSearchedOnSamples() {
        List<String> commands = commands(
                Given.empty("film.mp4", "mov,mp4").seconds(240).video("h264", new Size(1920, 1080), Given.PAL).media(),
                "{'op':'transcode','target-score':42,'container':'mkv','video-codec':'av1'}");
        assertThat(commands.getFirst())
                .startsWith("write samples.ffconcat: ffconcat version 1.0 / file sample-0.nut / file sample-1.nut /")
                .endsWith("file sample-15.nut");
        assertThat(commands.subList(1, 4)).containsExactly("search XPSNR 42.0 on 16",
                "-ss 7.453125 -t 1.5 -i IN0 -map 0:0 -an -sn -dn -filter:v:0 format=yuv420p -fps_mode passthrough -c:v ffvhuff -f nut sample-0.nut",
                "-f concat -safe 0 -i samples.ffconcat -filter_complex [dec:0]settb=1/1000,setpts=N*40[a];"
                        + "[0:0]settb=1/1000,setpts=N*40[b];[a][b]xpsnr[score] -dec 0:0 -map 0:0 -c:v libsvtav1 -preset 6"
                        + " -crf @{crf} -pix_fmt yuv420p -fps_mode passthrough -f null - -map [score] -loglevel level+info -f null -");
        assertThat(commands.get(4)).contains("-c:v libsvtav1 -preset 6 -crf @{crf}");
        assertThat(commands(Given.film().media(), "{'op':'transcode','target-score':42}").subList(0, 3)).containsExactly(
                "write samples.ffconcat: ffconcat version 1.0 / file sample-0.nut", "search XPSNR 42.0 on 1",
                "-i IN0 -map 0:0 -an -sn -dn -filter:v:0 select='gte((t-1.851562),0)*lt(mod((t-1.851562),3.703125),0.75)',"
                        + "setpts=N/(25/1)/TB,format=yuv420p -fps_mode passthrough -c:v ffvhuff -f nut sample-0.nut");
    }

    @Test
    void framesOfVariableRateKeepTheirTimes() {
        Media phone = Given.empty("phone.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(1920, 1080), Fraction.ONE, 90, new Rate(2997, 100), true, "yuv420p", 8, 420, false)
                .media();
        assertThat(commands(phone, "{'op':'scale','resolution':'720p'}").getFirst())
                .contains("-fps_mode vfr -enc_time_base:v demux").contains("scale=720:1280");
    }

    @Test
    void pixelsBecomeSquareAndSidesEven() {
        Media wide = Given.empty("wide.mp4", "mov,mp4")
                .video("h264", new Size(640, 360), new Fraction(2, 1), 0, Given.PAL, false, "yuv420p", 8, 420, false).media();
        assertThat(film(plan(wide, "{'op':'scale','height':180}")).size()).contains(new Size(640, 180));
        Media odd = Given.empty("odd.webm", "matroska,webm").video("vp9", new Size(161, 121), Given.NTSC).media();
        Plan plan = plan(odd, "{'op':'transcode','container':'mp4','video-codec':'h264'}");
        assertThat(Planning.commands(plan).getFirst()).contains("-filter:v:0 crop=160:120:0:0");
        assertThat(film(plan).size()).contains(new Size(160, 120));
    }

    @Test
    void everyFormIsWrittenInItsOwnWay() {
        Media film = Given.film().media();
        assertThat(commands(film, "{'op':'transcode','container':'mov','video-codec':'prores','profile':'lt'}").getFirst())
                .contains("-c:v prores_ks -pix_fmt yuv422p10le -profile:v lt -vendor apl0").contains("-c:a:0 copy");
        assertThat(commands(film, "{'op':'transcode','container':'webm'}").getFirst())
                .contains("-c:v libvpx-vp9 -deadline good -cpu-used 2 -row-mt 1 -b:v 0 -crf 25 -pix_fmt yuv420p")
                .contains("-c:a:0 libopus -b:a:0 128000");
        assertThat(commands(film, "{'op':'transcode','video-codec':'h265','quality':80}").getFirst())
                .contains("-c:v libx265 -preset medium -crf 18.2").contains("-tag:v hvc1");
        assertThat(commands(film, "{'op':'transcode','lossless':true}").getFirst()).contains("-qp 0");
        assertThat(commands(film, "{'op':'transcode','bitrate':'5M','two-pass':'no','max-bitrate':'8M'}").getFirst())
                .contains("-b:v 5000000 -maxrate:v 8000000 -bufsize:v 16000000");
    }

    @Test
    void whatCannotLiveTogetherIsSaidBeforeAnythingRuns() {
        Media film = Given.film().media();
        assertThat(problems(film, "{'op':'transcode','container':'webm','video-codec':'h264'}")).extracting(Object::toString)
                .containsExactly("video-codec: WEBM cannot hold H.264 pictures; it takes VP9, AV1");
        assertThat(problems(film, "{'op':'transcode','audio-codec':'mp3','sample-rate':96000}")).extracting(Problem::code)
                .containsExactly(Code.OUT_OF_RANGE);
        assertThat(problems(film, "{'op':'transcode','encoder':'h264_nvenc','crf':20}")).extracting(Problem::option)
                .containsExactly("encoder");
        assertThat(problems(film, "{'op':'transcode','container':'mov','video-codec':'prores','crf':20}"))
                .extracting(Problem::option).containsExactly("crf");
        assertThat(problems(film, "{'op':'trim','start':70}")).extracting(Problem::code).containsExactly(Code.PAST_END);
        assertThat(problems(film, "{'op':'transcode','audio-tracks':'3'}")).extracting(Problem::code)
                .containsExactly(Code.NO_SUCH_TRACK);
        assertThat(problems(Given.empty("a.mp3", "mp3").audio("mp3", 2, "und").media(), "{'op':'thumbnail'}"))
                .extracting(Problem::code).containsExactly(Code.NEEDS_PICTURE);
    }

    @Test
    void aSoundFileStaysASoundFile() {
        Media song = Given.empty("a.mp3", "mp3").audio("mp3", 2, "und", 44_100).cover().media();
        assertThat(commands(song, "{'op':'transcode','container':'m4a'}")).containsExactly(
                "-i IN0 -map 0:0 -map 0:1 -c:a:0 aac -b:a:0 192000 -c:v:0 copy -disposition:v:0 attached_pic -map_metadata 0 -map_chapters -1 -movflags +faststart -f ipod OUT0");
    }

    @Test
    void aStillIsTakenWithOneSeek() {
        assertThat(commands(Given.film().media(), "{'op':'thumbnail','width':640,'format':'png'}")).containsExactly(
                "-ss 5.98 -i IN0 -map 0:0 -filter:v:0 scale=640:360:flags=lanczos:interl=-1,setsar=1,format=rgb24 -frames:v 1 -c:v png -update 1 -f image2 OUT0");
    }

    @Test
    void aStillPictureIsScaledIntoItsOwnFormat() {
        Media photo = Given.empty("p.png", "png_pipe")
                .video("png", new Size(1000, 501), Fraction.ONE, 0, Given.PAL, false, "rgba", 8, 444, true).still().media();
        Plan plan = plan(photo, "{'op':'scale','width':'50%'}");
        assertThat(plan.products()).extracting(Product::extension).containsExactly("png");
        assertThat(Planning.commands(plan).getFirst()).contains("scale=500:251").contains("format=rgba");
    }

    @Test
    void aPhotoInTilesIsTakenAsTheWholeOfItsGroup() {
        Media photo = Given.empty("p.heic", "mov,mp4,m4a,3gp,3g2,mj2").tiles(0, new Size(3024, 4032)).still().media();
        assertThat(commands(photo, "{'op':'thumbnail','width':300}").getFirst())
                .startsWith("-i IN0 -filter_complex [0:g:0]scale=300:400").contains("[v] -map [v] -frames:v 1")
                .doesNotContain("-filter:v");
    }

    @Test
    void whatTheSoundEncoderNeedsStandsInsideTheJoiningGraph() {
        Media source = Given.empty("a.mka", "matroska,webm").audio("ac3", 6, "und").media();
        assertThat(commands(source, "{'op':'trim','remove':'10..20'}").getFirst())
                .contains("concat=n=2:v=0:a=1[heard0];[heard0]aformat=")
                .contains("[a0] -map [a0]").doesNotContain("-filter:a");
    }

    @Test
    void aCutOfFlacIsWrittenAnewSinceACopiedHeaderClaimsTheWholeLength() {
        Media song = Given.empty("a.flac", "flac").audio("flac", 2, "und", 44_100).media();
        assertThat(commands(song, "{'op':'trim','start':10,'end':20,'mode':'copy'}").getFirst()).contains("-c:a:0 flac");
        assertThat(commands(song, "{'op':'extract-audio'}").getFirst()).contains("-c:a:0 copy");
    }

    @Test
    void soundAloneMayBeAsShortAsItsTrackIsUnknown() {
        Media known = Given.film().media();
        Media unsaid = Given.film().withoutTrackLengths().media();
        assertThat(tolerance(known)).isEqualTo(52_400);
        assertThat(tolerance(unsaid)).isEqualTo(52_400 + 3_000_000);
    }

    private static long tolerance(Media media) {
        return film(plan(media, "{'op':'extract-audio','format':'wav'}")).toleranceUs();
    }

    @Test
    void aTransportStreamIsReadFromBeforeTheKeyframeAndTheRestCutOff() {
        Media stream = Given.film().named("a.ts", "mpegts").media();
        assertThat(commands(stream, "{'op':'trim','start':20,'end':30},{'op':'transcode','container':'mp4'}").getFirst())
                .startsWith("-ss 8 -t 22 -i IN0").contains("trim=start=11.98,trim=end=21.98,setpts=PTS-12/TB")
                .contains("atrim=start=12,asetpts=PTS-12/TB");
        assertThat(commands(stream, "{'op':'trim','start':5}").getFirst()).startsWith("-ss 0 -i IN0").contains("trim=start=4.98");
        assertThat(commands(stream, "{'op':'thumbnail','time':20}").getFirst()).startsWith("-ss 7.98 -i IN0")
                .contains("-filter:v:0 trim=start=12");
    }

    private static Expect.Film film(Plan plan) {
        return (Expect.Film) plan.products().getFirst().expect();
    }
}
