package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The result tells the truth: what stood in the clip stands in it, or was changed on purpose, or its loss was told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path phone;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        phone = Clips.film(folder.resolve("phone.mov"),
                Clips.Look.USUAL.with("-timecode", "01:00:00:00", "-metadata", "title=Old",
                        "-metadata", "artist=Me", "-metadata", "creation_time=2017-05-01T10:00:00Z", "-metadata",
                        "location=+48.8577+002.2950/",
                        "-metadata", "com.apple.quicktime.make=Apple", "-metadata",
                        "com.apple.quicktime.location.ISO6709=+48.8577+002.2950+035.000/", "-metadata",
                        "com.apple.quicktime.creationdate=2017-05-01T12:00:00+0200", "-metadata:s:a:0", "language=ger",
                        "-metadata:s:a:0",
                        "title=Mikro", "-movflags", "+use_metadata_tags"));
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Media made(Path clip, String... steps) throws Exception {
        return studio.look(Studio.output(studio.run(clip, steps)));
    }

    /** A run after which nothing had to be told. */
    private Media quietly(Path clip, String... steps) throws Exception {
        Task task = studio.run(clip, steps);
        assertThat(task.outcome().notes()).as(String.join(" ", steps)).isEmpty();
        return studio.look(Studio.output(task));
    }

    private static Track.Video video(Media media) {
        return media.video().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"mp4,90", "mov,90", "mkv,90", "ts,0"})
    void aTurnedPictureIsUpright(String container, int rotation) throws Exception {
        Path turned = Clips.rotated(folder.resolve("turned-" + container + ".mp4"));
        Media copied = quietly(turned, "{'op':'transcode','container':'" + container + "'}");
        assertThat(video(copied).upright()).isEqualTo(new Size(180, 320));
        assertThat(video(copied).rotation()).isEqualTo(rotation);
        Media encoded = quietly(turned, "{'op':'scale','width':90}", "{'op':'transcode','container':'" + container + "'}");
        assertThat(video(encoded).upright()).isEqualTo(new Size(90, 160));
        assertThat(video(encoded).rotation()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "ts"})
    void oblongPixelsStayOblong(String container) throws Exception {
        Path wide = Clips.film(folder.resolve("wide.mp4"), Clips.Look.USUAL.with("-vf", "setsar=4/3"));
        for (String more : List.of("", ",'crf':30")) {
            Media made = quietly(wide, "{'op':'transcode','container':'" + container + "'" + more + "}");
            assertThat(video(made).pixelShape()).isEqualTo(new Fraction(4, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"24000/1001,mp4", "30000/1001,mp4", "60000/1001,mp4", "24000/1001,mov", "30000/1001,mkv", "60000/1001,mkv",
            "30000/1001,ts", "24000/1001,webm"})
    void ratesStayFractions(String rate, String container) throws Exception {
        Path film = Clips.film(folder.resolve("rate.mp4"), Clips.Look.USUAL.at(rate));
        Media made = quietly(film, "{'op':'transcode','container':'" + container + "','crf':40,'preset':'ultrafast'}");
        assertThat(video(made).rate().orElseThrow()).hasToString(rate);
        assertThat(video(made).variable()).isFalse();
        if (!container.equals("webm") && !container.equals("ts")) {
            Media copied = quietly(film, "{'op':'transcode','container':'" + container + "'}");
            assertThat(video(copied).rate().orElseThrow()).hasToString(rate);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    void framesThatComeUnevenlyGoOnToDoSo(String container) throws Exception {
        Path uneven = Clips.vfr(folder.resolve("uneven.mp4"));
        long frames = studio.raw(uneven, "-map", "0:v", "-f", "framemd5").length;
        Media made = quietly(uneven, "{'op':'transcode','container':'" + container + "','crf':30}");
        assertThat(video(made).variable()).isTrue();
        assertThat(studio.raw(made.path(), "-map", "0:v", "-fps_mode", "passthrough", "-f", "framemd5").length).isCloseTo(
                (int) frames,
                within((int) frames / 5));
    }

    @Test
    void lateSoundStaysLate() throws Exception {
        Path film = Clips.film(folder.resolve("sync.mp4"));
        Path late = Clips.make(folder.resolve("late.mp4"),
                List.of("-i", film.toString(), "-itsoffset", "0.5", "-i", film.toString(),
                        "-map", "0:v", "-map", "1:a", "-c", "copy"));
        for (String steps : List.of("{'op':'transcode','container':'mkv'}", "{'op':'transcode','crf':30}",
                "{'op':'transcode','audio-codec':'aac','audio-bitrate':'64k','container':'mkv'}")) {
            Media made = quietly(late, steps);
            long sound = made.audio().orElseThrow().facts().startUs().orElse(0);
            long picture = video(made).facts().startUs().orElse(0);
            assertThat((sound - picture) / 1e6).as(steps).isCloseTo(0.5, within(0.03));
        }
    }

    @Test
    void anEditListIsHeeded() throws Exception {
        Path cut = studio.counted("listed.mp4", 3, 25);
        Path hidden = Clips.make(folder.resolve("hidden.mp4"), List.of("-ss", "1.4", "-i", cut.toString(), "-c", "copy"));
        List<Integer> shown = studio.frames(hidden);
        Task task = studio.run(hidden, "{'op':'transcode','crf':20}");
        assertThat(studio.frames(Studio.output(task))).isEqualTo(shown);
        assertThat(shown.getFirst()).isEqualTo(35);
        assertThat(studio.frames(Studio.output(studio.run(hidden, "{'op':'transcode','container':'mov'}")))).isEqualTo(shown);
        // Matroska has no edit lists: a copy would show what is hidden
        assertThat(studio.frames(Studio.output(studio.run(hidden, "{'op':'transcode','container':'mkv'}")))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"h265,mp4", "h265,mkv", "av1,mp4", "av1,mkv", "h264,mp4", "prores,mov"})
    void hdrStaysHdr(String codec, String container) throws Exception {
        Path hdr = Clips.hdr10(folder.resolve("hdr.mp4"));
        String deep = codec.equals("h264") ? ",'bit-depth':'10'" : "";
        for (String[] steps : List.of(new String[0], new String[]{"{'op':'scale','width':160}"})) {
            List<String> all = new java.util.ArrayList<>(List.of(steps));
            String fast = codec.equals("prores") ? "" : ",'preset':'ultrafast'";
            all.add("{'op':'transcode','video-codec':'" + codec + "','container':'" + container + "'" + deep + fast + "}");
            Media made = made(hdr, all.toArray(String[]::new));
            assertThat(video(made).colour().primaries()).isEqualTo("bt2020");
            assertThat(video(made).colour().transfer()).isEqualTo("smpte2084");
            assertThat(video(made).colour().matrix()).isEqualTo("bt2020nc");
            assertThat(video(made).pixels().bits()).isEqualTo(10);
            assertThat(video(made).hdr().mastering()).as(codec + " " + container).isTrue();
            assertThat(video(made).hdr().peakNits()).as(codec + " " + container).hasValue(1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"h264,mp4", "h265,mp4", "av1,mkv", "vp9,webm", "prores,mov", "ffv1,mkv"})
    void coloursAreMeantAsBefore(String codec, String container) throws Exception {
        Path film = Clips.film(folder.resolve("601.mp4"), Clips.Look.USUAL.with("-color_primaries", "smpte170m", "-color_trc",
                "smpte170m", "-colorspace", "smpte170m", "-color_range", "tv"));
        Media made = quietly(film,
                "{'op':'transcode','video-codec':'" + codec + "','container':'" + container + "','audio-codec':'auto'}");
        assertThat(video(made).colour().matrix()).isEqualTo("smpte170m");
        assertThat(video(made).colour().range()).isIn("tv", "");
    }

    @Test
    void chaptersLanguagesAndFlagsGoThroughEveryContainerThatHoldsThem() throws Exception {
        Path chapters = Clips.chaptered(folder.resolve("chapters.mp4"));
        for (String container : List.of("mkv", "mov", "mp4")) {
            Media made = quietly(chapters, "{'op':'transcode','container':'" + container + "'}");
            assertThat(made.chapters()).extracting(Media.Chapter::title).containsExactly("One", "Two & more");
            assertThat(made.chapters().getLast().fromUs()).isEqualTo(1_000_000);
        }
        Path spoken = Clips.languages(folder.resolve("spoken.mkv"));
        for (String container : List.of("mp4", "mov", "mkv")) {
            Media made = quietly(spoken, "{'op':'transcode','container':'" + container + "'}");
            assertThat(made.all(Track.Audio.class)).as(container).extracting(t -> t.facts().language().orElseThrow().code())
                    .containsExactly("eng", "deu");
            assertThat(made.all(Track.Audio.class).getLast().facts().title()).as(container).contains("Kommentar");
            assertThat(made.all(Track.Audio.class)).extracting(t -> t.facts().dispositions().contains("default")).as(container)
                    .containsExactly(false, true);
            // the mp4 family always switches on the first track of a kind
            assertThat(made.all(Track.Subtitle.class)).singleElement().satisfies(
                    s -> assertThat(s.facts().dispositions().contains("default")).isEqualTo(!container.equals("mkv")));
        }
    }

    @Test
    void chaptersOfACutStandWhereTheyBelong() throws Exception {
        Path chapters = Clips.chaptered(folder.resolve("cut-chapters.mp4"));
        Media made = quietly(chapters, "{'op':'trim','start':0.6}");
        assertThat(made.chapters()).extracting(Media.Chapter::title).containsExactly("One", "Two & more");
        assertThat(made.chapters().getLast().fromUs() / 1e6).isCloseTo(0.4, within(0.002));
        Media joined = quietly(chapters, "{'op':'trim','keep':'1.2..1.8,0.2..0.6'}");
        assertThat(joined.chapters()).extracting(Media.Chapter::title).containsExactly("Two & more", "One");
        assertThat(joined.chapters().getLast().fromUs() / 1e6).isCloseTo(0.6, within(0.002));
    }

    @Test
    void aPhonesDatePlaceMakerAndTimecodeSurvive() throws Exception {
        for (String step : List.of("'container':'mov'", "'container':'mp4'", "'container':'mkv'", "'container':'mp4','crf':35")) {
            Media made = quietly(phone, "{'op':'transcode'," + step + "}");
            assertThat(made.tags()).as(step).containsEntry("title", "Old").containsEntry("com.apple.quicktime.make", "Apple");
            assertThat(made.tags().get("creation_time")).as(step).startsWith("2017-05-01T10:00:00");
            assertThat(made.tags().get("com.apple.quicktime.location.iso6709")).as(step).isEqualTo("+48.8577+002.2950+035.000/");
            assertThat(video(made).timecode().orElseThrow()).as(step).hasToString("01:00:00:00");
            assertThat(made.audio().orElseThrow().facts().title()).as(step).contains("Mikro");
            assertThat(made.audio().orElseThrow().facts().language().orElseThrow().code()).as(step).isEqualTo("deu");
        }
        assertThat(video(quietly(phone, "{'op':'trim','start':'30f'}")).timecode().orElseThrow()).hasToString("01:00:01:05");
    }

    @Test
    void strippedOfItsPlaceNothingTellsWhereItWas() throws Exception {
        Media made = quietly(phone, "{'op':'metadata','location':'strip'}");
        assertThat(Files.readString(made.path(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("48.85", "002.29");
        assertThat(made.tags()).containsEntry("title", "Old").containsEntry("com.apple.quicktime.make", "Apple");
        Media bare = quietly(phone, "{'op':'metadata','mode':'strip'}");
        assertThat(Files.readString(bare.path(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("48.85", "Apple",
                "Old", "2017-05-01");
        assertThat(bare.audio().orElseThrow().facts().language().orElseThrow().code()).isEqualTo("deu");
        assertThat(video(bare).timecode().orElseThrow()).hasToString("01:00:00:00");
    }

    @Test
    void whatIsSetIsReadBack() throws Exception {
        Path plain = Clips.film(folder.resolve("plain.mp4"),
                Clips.Look.USUAL.with("-metadata", "title=Old", "-metadata", "comment=x"));
        Path list = Files.writeString(folder.resolve("list.txt"), "0:00 Start = ende;#\\ {\n0:01.5 - Zweites\n");
        Path cover = Clips.jpeg(folder.resolve("co'ver, 1.jpg"), "64x64");
        for (String container : List.of("mp4", "mkv", "mov")) {
            Media made = quietly(plain,
                    "{'op':'metadata','set':['title=Neu, größer','artist=A=B'],'remove':['comment'],'recorded':'2024-05-01T18:30:00+02:00',"
                            + "'location':'+48.8577-002.295','language':['a1=fr'],'track-title':['a1=Mikro, links'],"
                            + "'timecode':'10:00:00:00','chapter-list':'" + list + "'}",
                    "{'op':'transcode','container':'" + container + "'}");
            assertThat(made.tags()).as(container).containsEntry("title", "Neu, größer").containsEntry("artist", "A=B")
                    .doesNotContainKey("comment");
            assertThat(made.tags().get("creation_time")).as(container).startsWith("2024-05-01T16:30:00");
            assertThat(made.tags().get("location")).as(container).isEqualTo("+48.8577-002.2950/");
            assertThat(made.chapters()).as(container).extracting(Media.Chapter::title).containsExactly("Start = ende;#\\ {",
                    "Zweites");
            assertThat(made.chapters().getLast().fromUs()).isEqualTo(1_500_000);
            assertThat(made.audio().orElseThrow().facts().title()).contains("Mikro, links");
            assertThat(made.audio().orElseThrow().facts().language().orElseThrow().code()).isEqualTo("fra");
            assertThat(video(made).timecode().orElseThrow()).hasToString("10:00:00:00");
        }
        String step = "{'op':'metadata','cover':'" + cover.toString().replace("'", "\\u0027") + "'}";
        for (String container : List.of("mp4", "mkv")) {
            Media made = quietly(plain, step, "{'op':'transcode','container':'" + container + "'}");
            assertThat(made.all(Track.Cover.class)).as(container).hasSize(1);
            Media again = quietly(made.path(),
                    "{'op':'transcode','container':'" + (container.equals("mp4") ? "mkv" : "mp4") + "'}");
            assertThat(again.all(Track.Cover.class)).as("from " + container).hasSize(1);
            assertThat(quietly(made.path(), "{'op':'metadata','cover':'strip'}").all(Track.Cover.class)).isEmpty();
        }
    }

    @Test
    void aFileBesideTheClipThatIsNoneIsNamed() throws Exception {
        Path plain = Clips.film(folder.resolve("side.mp4"));
        Path hostile = Files.writeString(folder.resolve("hostile.txt"), "file '/etc/passwd'\n");
        for (String option : List.of("'chapter-list':'" + hostile + "'", "'cover':'" + hostile + "'",
                "'chapter-list':'" + folder.resolve("none.txt") + "'", "'cover':'" + plain + "'")) {
            Task task = studio.run(plain, "{'op':'metadata'," + option + "}");
            assertThat(task.outcome().results()).as(option).isEmpty();
            assertThat(task.outcome().failure().orElseThrow()).as(option)
                    .isInstanceOf(io.reelbench.engine.problem.Failure.Invalid.class);
        }
    }

    @Test
    void aCoverLivesWhereItCan() throws Exception {
        Path covered = Clips.covered(folder.resolve("song.mp3"));
        for (String format : List.of("m4a", "flac", "mp3", "mka")) {
            assertThat(quietly(covered, "{'op':'extract-audio','format':'" + format + "'}").all(Track.Cover.class)).as(format)
                    .hasSize(1);
        }
        var planned = studio.engine.plan(studio.recipe("{'op':'extract-audio','format':'opus'}"), studio.look(covered));
        assertThat(planned.plan().orElseThrow().explanation().notes()).extracting(Text::toString)
                .contains("The cover picture is left out: OPUS has no place for it.");
        assertThat(made(covered, "{'op':'extract-audio','format':'opus'}").all(Track.Cover.class)).isEmpty();
    }

    @Test
    void theIndexStandsInFrontAndAppleOpensHevc() throws Exception {
        Media made = quietly(phone, "{'op':'transcode','video-codec':'h265','container':'mp4','preset':'ultrafast'}");
        assertThat(video(made).facts().codecTag()).isEqualTo("hvc1");
        String bytes = Files.readString(made.path(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }
}
