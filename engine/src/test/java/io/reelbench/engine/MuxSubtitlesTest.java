package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.queue.Task;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** Subtitles of other files as tracks: their words, their times, and what is said of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MuxSubtitlesTest {

    private static final String RUSSIAN = """
            1
            00:00:00,500 --> 00:00:01,250
            Добрый вечер, дорогие друзья

            2
            00:00:02,000 --> 00:00:02,800
            Мы начинаем наш рассказ о море
            """;
    private static final String SAID = "500-1250 Добрый вечер, дорогие друзья|2000-2800 Мы начинаем наш рассказ о море";

    @TempDir
    static Path folder;

    private Studio studio;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        Path film = studio.counted("film.mp4", 4, 25);
        for (String other : List.of("film.mov", "film.mkv")) {
            studio.clip(other, "-i", film.toString(), "-c", "copy");
        }
        studio.clip("film.webm", "-i", film.toString(), "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a",
                "libopus");
        write("windows.srt", RUSSIAN, Charset.forName("windows-1251"));
        write("utf.srt", RUSSIAN, StandardCharsets.UTF_8);
        write("wide.srt", "\uFEFF" + RUSSIAN, StandardCharsets.UTF_16LE);
        write("koi.srt", RUSSIAN, Charset.forName("KOI8-R"));
        write("web.vtt", "WEBVTT\n\n00:00.500 --> 00:01.250\nGrüße\n\n00:02.000 --> 00:02.800\nEnde\n", StandardCharsets.UTF_8);
        write("styled.ass", """
                [Script Info]
                ScriptType: v4.00+

                [V4+ Styles]
                Format: Name, Fontname, Fontsize, PrimaryColour, Bold
                Style: Default,Arial,20,&H00FFFFFF,0

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Dialogue: 0,0:00:00.50,0:00:01.25,Default,,0,0,0,,Café
                Dialogue: 0,0:00:02.00,0:00:02.80,Default,,0,0,0,,Ende
                """, Charset.forName("windows-1252"));
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private static void write(String name, String text, Charset charset) throws Exception {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path made(String film, String... steps) throws Exception {
        return Studio.output(studio.run(folder.resolve(film), steps));
    }

    private static String mux(String file, String options) {
        return "{'op':'mux','subtitle':'{dir}/" + file + "'" + options + "}";
    }

    /** The cues of a track, as milliseconds from the first picture, which some containers round to ten, and words. */
    private String cues(Path file, int track) throws Exception {
        Media media = studio.look(file);
        long picture = Math.round((media.video().orElseThrow().facts().startUs().orElse(0) - media.startUs()) / 1000.0);
        String text = new String(studio.raw(file, "-map", "0:s:" + track, "-f", "srt"), StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String cue : text.strip().split("\\R\\R")) {
            String[] lines = cue.split("\\R", 3);
            String[] times = lines[1].split(" --> ");
            all.append(all.isEmpty() ? "" : "|").append(rounded(millis(times[0]) - picture)).append('-')
                    .append(rounded(millis(times[1]) - picture)).append(' ')
                    .append(lines[2].replaceAll("<[^>]*>|\\{[^}]*\\}", ""));
        }
        return all.toString();
    }

    private static long rounded(long millis) {
        return Math.round(millis / 10.0) * 10;
    }

    private static long millis(String time) {
        String[] parts = time.strip().split("[:,]");
        return ((Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60 + Long.parseLong(parts[2])) * 1000
                + Long.parseLong(parts[3]);
    }

    @ParameterizedTest
    @CsvSource({"film.mp4,mov_text", "film.mov,mov_text", "film.mkv,subrip", "film.webm,webvtt"})
    void everyContainerGetsThemInItsOwnWay(String film, String codec) throws Exception {
        Task task = studio.run(folder.resolve(film), mux("windows.srt", ",'language':'ru'"));
        Path made = Studio.output(task);
        assertThat(studio.look(made).all(Track.Subtitle.class)).singleElement().satisfies(track -> {
            assertThat(track.codec()).isEqualTo(codec);
            assertThat(track.facts().language().orElseThrow().code()).isEqualTo("rus");
            // the mp4 family always has one that is switched on
            assertThat(track.facts().dispositions().contains("default")).isEqualTo(codec.equals("mov_text"));
        });
        assertThat(cues(made, 0)).isEqualTo(SAID);
        assertThat(studio.raw(made, "-map", "0:v", "-c", "copy", "-f", "rawvideo"))
                .isEqualTo(studio.raw(folder.resolve(film), "-map", "0:v", "-c", "copy", "-f", "rawvideo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf.srt", "wide.srt", "koi.srt"})
    void lettersAreReadAsWhatTheyAre(String name) throws Exception {
        assertThat(cues(made("film.mp4", mux(name, "")), 0)).isEqualTo(SAID);
    }

    @Test
    void theCharacterSetIsTold() throws Exception {
        var planned = studio.engine.plan(studio.recipe(mux("windows.srt", "")), studio.look(folder.resolve("film.mp4")));
        assertThat(planned.plan().orElseThrow().explanation().notes()).extracting(Object::toString)
                .contains("windows.srt is read as windows-1251.");
    }

    @ParameterizedTest
    @CsvSource({"film.mp4,web.vtt,Grüße", "film.mkv,web.vtt,Grüße", "film.webm,web.vtt,Grüße", "film.mp4,styled.ass,Café",
            "film.mkv,styled.ass,Café", "film.webm,styled.ass,Café"})
    void otherKindsOfText(String film, String file, String word) throws Exception {
        assertThat(cues(made(film, mux(file, "")), 0)).isEqualTo("500-1250 " + word + "|2000-2800 Ende");
    }

    @Test
    void severalTracksKeepTheirOrder() throws Exception {
        Path made = made("film.mkv",
                "{'op':'mux','subtitle':['{dir}/utf.srt','{dir}/web.vtt'],'language':'ru,de','default-track':'yes'}");
        List<Track.Subtitle> tracks = studio.look(made).all(Track.Subtitle.class);
        assertThat(tracks).extracting(Track::codec).containsExactly("subrip", "webvtt");
        assertThat(tracks).extracting(t -> t.facts().language().orElseThrow().code()).containsExactly("rus", "deu");
        assertThat(tracks).extracting(t -> t.facts().dispositions().contains("default")).containsExactly(true, false);
        Path more = Studio.output(studio.run(made, "{'op':'mux','subtitle':'" + folder.resolve("styled.ass") + "'}"));
        assertThat(studio.look(more).all(Track.Subtitle.class)).extracting(Track::codec)
                .containsExactly("subrip", "webvtt", "ass");
        assertThat(cues(more, 2)).isEqualTo("500-1250 Café|2000-2800 Ende");
    }

    @Test
    void theyFollowTheStepsBelowAndNotThoseAbove() throws Exception {
        String quick = "{'op':'transcode','preset':'ultrafast'}";
        assertThat(cues(made("film.mp4", mux("web.vtt", ""), "{'op':'trim','start':1}", quick), 0))
                .isEqualTo("0-250 Grüße|1000-1800 Ende");
        assertThat(cues(made("film.mp4", "{'op':'trim','start':1}", mux("web.vtt", ""), quick), 0))
                .isEqualTo("500-1250 Grüße|2000-2800 Ende");
        assertThat(cues(made("film.mp4", mux("web.vtt", ""), "{'op':'speed','factor':2}", quick), 0))
                .isEqualTo("250-630 Grüße|1000-1400 Ende");
        assertThat(cues(made("film.mp4", "{'op':'speed','factor':2}", mux("web.vtt", ""), quick), 0))
                .isEqualTo("500-1250 Grüße");
        assertThat(cues(made("film.mp4", mux("web.vtt", ""), "{'op':'trim','keep':'0..1,2.4..4'}", quick), 0))
                .isEqualTo("500-1000 Grüße|1000-1400 Ende");
        // a copied cut begins at the keyframe before
        assertThat(cues(made("film.mp4", mux("web.vtt", ""), "{'op':'trim','start':1.2,'mode':'copy'}"), 0))
                .isEqualTo("0-250 Grüße|1000-1800 Ende");
    }

    @Test
    void whatHasNoPlaceIsSaid() throws Exception {
        var planned = studio.engine.plan(studio.recipe(mux("utf.srt", ""), "{'op':'transcode','container':'ts'}"),
                studio.look(folder.resolve("film.mp4")));
        assertThat(planned.plan().orElseThrow().explanation().reasons().toString()).contains("left out")
                .contains("TS has no place for it");
    }
}
