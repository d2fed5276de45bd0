package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written about a clip: the whole argument lists, and what is said before something is lost. */
class LabelsPlanTest {

    private static final String COPIES = "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 copy ";

    private static Plan plan(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return planned.plan().orElseThrow();
    }

    private static List<String> commands(Media media, String... steps) {
        return Planning.commands(plan(media, steps));
    }

    private static List<String> notes(Media media, String... steps) {
        return plan(media, steps).explanation().notes().stream().map(Text::toString).toList();
    }

    @Test
    void tagsAreSetAndRemovedWithoutTouchingTheStreams() {
        assertThat(commands(Given.film().media(),
                "{'op':'metadata','set':['title=Dailies 3, take 1','artist=Ä=B'],'remove':['comment']}")).containsExactly(COPIES
                        + "-map_metadata 0 -metadata artist=Ä=B -metadata comment= -metadata title=Dailies 3, take 1 -map_chapters -1"
                        + " -movflags +faststart -f mp4 OUT0");
    }

    @Test
    void strippingDropsAllTagsAndKeepsLanguages() {
        Media film = Given.film().chapter(0, 30).timecoded("01:00:00:00").media();
        assertThat(commands(film, "{'op':'metadata','mode':'strip','timecode':'strip','chapter-list':'strip'}"))
                .containsExactly(
                        "-i IN0 -map 0:0 -map 0:1 -c:v:0 copy -c:a:0 copy -metadata:s:a:0 language=eng -map_metadata -1 -fflags +bitexact -map_chapters -1"
                                + " -metadata timecode= -metadata:s timecode= -write_tmcd 0 -movflags +faststart -f mp4 OUT0");
    }

    @Test
    void tracksAreNamedByKindAndNumber() {
        Media source = Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).audio("aac", 2, "eng")
                .audio("ac3", 6, "deu").subtitle("subrip", true).media();
        assertThat(commands(source,
                "{'op':'metadata','language':'a1=fr,s1=de','track-title':['a2=Kommentar, leise'],'default-track':'a2'}"))
                .containsExactly("-i IN0 -map 0:0 -map 0:1 -map 0:2 -map 0:3 -c:v:0 copy -c:a:0 copy -metadata:s:a:0 language=fra"
                        + " -disposition:a:0 0 -c:a:1 copy -metadata:s:a:1 title=Kommentar, leise -disposition:a:1 default"
                        + " -c:s:0 copy -disposition:s:0 0 -metadata:s:s:0 language=deu -map_metadata 0 -map_chapters -1 -f matroska OUT0");
    }

    @Test
    void quickTimeIsToldLanguagesByItsOwnNames() {
        Media source = Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).audio("aac", 2, "deu")
                .media();
        assertThat(commands(source, "{'op':'transcode','container':'mov'}").getFirst()).contains("-metadata:s:a:0 language=ger");
    }

    @Test
    void aTimecodeIsGivenForTheFirstFrameThere() {
        Media film = Given.film().timecoded("01:00:00:00").media();
        assertThat(commands(film, "{'op':'metadata','timecode':'10:00:00:00'}").getFirst())
                .contains("-timecode 10:00:00:00");
        assertThat(commands(film, "{'op':'metadata','timecode':'10:00:00:00'}", "{'op':'trim','start':12}").getFirst())
                .contains("-timecode 10:00:12:00");
        assertThat(commands(film, "{'op':'trim','start':12}", "{'op':'metadata','timecode':'10:00:00:00'}").getFirst())
                .contains("-timecode 10:00:00:00");
        assertThat(problems(film, "{'op':'metadata','timecode':'10:00:00;00'}")).extracting(Problem::code)
                .containsExactly(Code.BAD_SYNTAX);
    }

    private static List<Problem> problems(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).isEmpty();
        return planned.problems();
    }

    @Test
    void aDateAndAPlaceAreWrittenAsTheContainerReadsThem() {
        assertThat(commands(Given.film().media(),
                "{'op':'metadata','recorded':'2024-05-01T18:30:00+02:00','location':'+48.85775-2.5+35/'}").getFirst())
                .contains("-metadata creation_time=2024-05-01T16:30:00.000000Z -metadata location=+48.85775-002.50000+035.000/ ");
        assertThat(problems(Given.film().media(), "{'op':'metadata','language':'a3=eng'}")).extracting(Problem::toString)
                .containsExactly("language: track a3 was asked for; clip.mp4 has 1");
    }

    @Test
    void chaptersOfSeveralPartsStandWhereTheirPartsStand() {
        Media film = Given.film().chapter(0, 20).chapter(20, 60).media();
        List<String> commands = commands(film, "{'op':'trim','keep':'30..40,5..25'}");
        assertThat(commands.getFirst()).startsWith("write chapters-").contains(
                ";FFMETADATA1 / [CHAPTER] / TIMEBASE=1/1000000 / START=0 / END=10000000 / title=",
                "START=10000000 / END=25000000", "START=25000000 / END=30000000");
        assertThat(commands.getLast()).contains("-f ffmetadata -i chapters-", "-map_chapters 2");
    }

    @Test
    void whatTheContainerHasNoPlaceForIsSaidBefore() {
        Media film = Given.film().timecoded("01:00:00:00").chapter(0, 30).tag("title", "Day").tag("encoder", "x")
                .tag("creation_time", "2020-01-01T00:00:00Z").tag("location", "+1+1/").media();
        assertThat(notes(film, "{'op':'transcode','container':'ts'}")).containsExactly(
                "Some tags are left out: TS has no place for title.",
                "The date of recording is left out: TS has no place for it.",
                "The place of recording is left out: TS has no place for it.",
                "Chapters are left out: TS has no place for them.", "The timecode is left out: TS has no place for it.");
    }

    @Test
    void appleKeysGoOnlyWithTheirSwitchAndAPlaceGivenAnewReplacesThemAll() {
        Media phone = Given.film().tag("com.apple.quicktime.make", "Apple").tag("location", "+1.0+2.0/")
                .tag("com.apple.quicktime.location.iso6709", "+1.0+2.0/").media();
        assertThat(commands(phone, "{'op':'metadata','location':'strip'}").getFirst()).contains(
                "-metadata com.apple.quicktime.location.iso6709= -metadata location= ", "+use_metadata_tags");
    }
}
