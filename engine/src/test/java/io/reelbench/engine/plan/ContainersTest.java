package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of containers: what is written into each, what is only copied, what is refused, and that the ways out lead somewhere. */
class ContainersTest {

    /** Every codec of a picture by ffmpeg's name, and whether we write it. */
    private static final Map<String, String> PICTURES = words(
            "h264 h264, h265 hevc, av1 av1, vp9 vp9, prores prores, dnxhr dnxhd, "
                    + "ffv1 ffv1, mpeg2 mpeg2video, mjpeg mjpeg, - vp8, - mpeg4, - theora");
    private static final Map<String, String> SOUNDS = words(
            "aac aac, opus opus, mp3 mp3, flac flac, alac alac, ac3 ac3, eac3 eac3, "
                    + "pcm pcm_s16le, - vorbis, - dts, - truehd, - mp2, - wmav2");

    private static Map<String, String> words(String pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(pairs.split(", ")).forEach(pair -> words.put(pair.split(" ")[1], pair.split(" ")[0]));
        return words;
    }

    /**
     * One row of the table.
     *
     * @param written our words; the first is the automatic choice
     * @param copied  ffmpeg's names; all others too if they hold a star
     */
    private record Row(String container, List<String> written, List<String> copied) {

        boolean takes(String codec) {
            return copied.contains(codec) || copied.contains("*");
        }

        @Override
        public String toString() {
            return container;
        }
    }

    private static Row row(String container, String written, String copied) {
        return new Row(container, written.isEmpty() ? List.of() : List.of(written.split(" ")), List.of(copied.split(" ")));
    }

    static Stream<Row> pictures() {
        return Stream.of(row("mp4", "h264 h265 av1", "vp9 mpeg4 mpeg2video"),
                row("mov", "h264 h265 prores dnxhr mjpeg", "mpeg2video mpeg4 ffv1"), row("mkv", "h264 h265 av1 vp9 ffv1", "*"),
                row("webm", "vp9 av1", "vp8"), row("ts", "h264 h265 mpeg2", ""), row("m4a", "", ""), row("mp3", "", ""),
                row("wav", "", ""), row("ogg", "", ""), row("opus", "", ""), row("flac", "", ""), row("aac", "", ""),
                row("mka", "", ""));
    }

    static Stream<Row> sounds() {
        return Stream.of(row("mp4", "aac opus mp3 ac3 eac3 flac alac", "pcm_s16le"), row("mov", "aac pcm alac ac3", "mp3 eac3"),
                row("mkv", "aac opus flac mp3 ac3 eac3 pcm", "alac vorbis dts truehd mp2"), row("webm", "opus", "vorbis"),
                row("ts", "aac ac3 eac3 mp3", "mp2 opus"), row("m4a", "aac alac", "ac3"), row("mp3", "mp3", ""),
                row("wav", "pcm", ""), row("ogg", "opus flac", "vorbis"), row("opus", "opus", ""), row("flac", "flac", ""),
                row("aac", "aac", ""), row("mka", "aac opus flac mp3 ac3 eac3 pcm alac", "*"));
    }

    private static Media film(String picture, String sound) {
        return Given.empty("c.mkv", "matroska,webm").video(picture, new Size(1920, 1080), Given.PAL).audio(sound, 2, "eng")
                .media();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureCodecIsTakenOrRefusedWithAWayOut(Row row) {
        PICTURES.forEach((codec, word) -> {
            Media clip = film(codec, "aac");
            boolean own = row.written.contains(word);
            if (!word.equals("-")) {
                settles(film("mpeg4", "aac"), row, "'video-codec':'" + word + "'", own);
            }
            settles(clip, row, "'video-codec':'copy'", own || row.takes(codec));
            if (!row.written.isEmpty()) {
                assertThat(coding(clip, row, "-c:v")).as("%s into %s by itself", codec, row)
                        .isEqualTo(own || row.takes(codec)
                                ? "copy"
                                : Encoders.software(VideoCodec.valueOf(row.written.getFirst().toUpperCase(Locale.ROOT))));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void everySoundCodecIsTakenOrRefusedWithAWayOut(Row row) {
        SOUNDS.forEach((codec, word) -> {
            Media clip = film("h264", codec);
            boolean own = row.written.contains(word);
            if (!word.equals("-")) {
                settles(film("h264", "wmav2"), row, "'audio-codec':'" + word + "'", own);
            }
            settles(clip, row, "'audio-codec':'copy'", own || row.takes(codec));
            assertThat(coding(clip, row, "-c:a")).as("%s into %s by itself", codec, row).satisfies(coding -> {
                if (own || row.takes(codec)) {
                    assertThat(coding).isEqualTo("copy");
                } else {
                    assertThat(coding).isNotEqualTo("copy").isNotEmpty();
                }
            });
        });
    }

    /** It can be planned, or it is refused as what it is and each way out that is proposed leads to a plan. */
    private static void settles(Media clip, Row row, String asked, boolean taken) {
        Recipe recipe = Planning.recipe("{'op':'transcode','container':'" + row.container + "'," + asked + "}");
        Planned planned = Planning.plan(clip, recipe);
        String what = clip.tracks().getFirst().codec() + " " + asked + " into " + row;
        assertThat(planned.plan().isPresent()).as("%s: %s", what, planned.problems()).isEqualTo(taken);
        if (!taken) {
            assertThat(planned.problems()).as(what).extracting(Problem::code).containsOnly(Code.CODEC_CONTAINER);
            Problem problem = planned.problems().getFirst();
            assertThat(problem.fixes()).as("%s: %s", what, problem).isNotEmpty();
            for (Fix fix : problem.fixes()) {
                Planned after = Planning.plan(clip, Mended.by(fix, problem, recipe));
                assertThat(after.plan()).as("%s after “%s”: %s", what, fix.text(), after.problems()).isPresent();
            }
        }
    }

    private static String coding(Media clip, Row row, String option) {
        Plan plan = Planning.plan(clip, "{'op':'transcode','container':'" + row.container + "'}").plan().orElseThrow();
        List<String> arguments = plan.steps().stream().filter(Step.Run.class::isInstance)
                .map(s -> ((Step.Run) s).command().outputs().getLast().arguments()).reduce((_, last) -> last).orElseThrow();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals(option) || arguments.get(i).equals(option + ":0")) {
                return arguments.get(i + 1);
            }
        }
        return "";
    }

    /** Text as what it is written, pictures (PGS, DVB) and chapters by whether they are kept. */
    @ParameterizedTest
    @CsvSource({"mp4,mov_text,false,false,true", "mov,mov_text,false,false,true", "mkv,copy,true,true,true",
            "webm,webvtt,false,false,true", "ts,,false,true,false"})
    void subtitlesAndChapters(String container, String text, boolean pgs, boolean dvb, boolean chapters) {
        assertThat(subtitle(container, "subrip", true)).isEqualTo(text == null ? "" : text);
        assertThat(subtitle(container, "hdmv_pgs_subtitle", false)).isEqualTo(pgs ? "copy" : "");
        assertThat(subtitle(container, "dvb_subtitle", false)).isEqualTo(dvb ? "copy" : "");
        Media chaptered = Given.film().chapter(0, 30).media();
        Plan plan = Planning.plan(chaptered, "{'op':'transcode','container':'" + container + "'}").plan().orElseThrow();
        assertThat(plan.explanation().notes().stream().anyMatch(n -> n.toString().startsWith("Chapters are left out")))
                .isEqualTo(!chapters);
    }

    private static String subtitle(String container, String codec, boolean text) {
        Media clip = Given.empty("c.mkv", "matroska,webm").video("h264", new Size(1920, 1080), Given.PAL).subtitle(codec, text)
                .media();
        return coding(clip, new Row(container, List.of(), List.of()), "-c:s");
    }
}
