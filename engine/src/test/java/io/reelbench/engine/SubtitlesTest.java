package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.queue.Task;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles in files of their own: what they say, and that they say it when the cut, sped up or moved film does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubtitlesTest {

    private static final Pattern CUE = Pattern
            .compile("(?:00:)?(\\d\\d:\\d\\d)[.,](\\d{3}) --> (?:00:)?(\\d\\d:\\d\\d)[.,](\\d{3})\\R(.*)");

    @TempDir
    static Path folder;

    private Studio studio;
    private Path mkv;
    private Path mp4;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        Path german = Files.writeString(folder.resolve("german.srt"), """
                1
                00:00:00,500 --> 00:00:01,500
                <i>eins</i>

                2
                00:00:02,000 --> 00:00:06,000
                zwei äöü
                und mehr

                3
                00:00:07,000 --> 00:00:08,000
                drei
                """);
        Path english = Files.writeString(folder.resolve("english.srt"), "1\n00:00:01,000 --> 00:00:02,000\none\n");
        mkv = clip("film.mkv", german, english, "-c:s:0", "srt", "-c:s:1", "ass");
        mp4 = clip("film.mp4", german, english, "-c:s", "mov_text");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path clip(String name, Path german, Path english, String... coding) throws Exception {
        List<String> all = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=10", "-f", "lavfi", "-i",
                "sine=440:d=10", "-i", german.toString(), "-i", english.toString(), "-map", "0", "-map", "1", "-map", "2", "-map",
                "3", "-c:v", "libx264", "-preset", "ultrafast", "-g", "50", "-metadata:s:s:0", "language=deu",
                "-metadata:s:s:1", "language=eng"));
        all.addAll(List.of(coding));
        return studio.clip(name, all.toArray(String[]::new));
    }

    private static List<String> cues(Path file) throws Exception {
        return cues(Files.readString(file));
    }

    private static List<String> cues(String text) {
        List<String> cues = new ArrayList<>();
        for (Matcher cue = CUE.matcher(text); cue.find();) {
            cues.add("%s.%s %s.%s %s".formatted(cue.group(1), cue.group(2), cue.group(3), cue.group(4), cue.group(5)));
        }
        return cues;
    }

    private List<String> cues(Path clip, String... steps) throws Exception {
        return cues(Studio.output(studio.run(clip, steps)));
    }

    @Test
    void aTrackIsWrittenAsItIsInEachFormat() throws Exception {
        for (Path clip : List.of(mkv, mp4)) {
            Path srt = Studio.output(studio.run(clip, "{'op':'subtitle-extract'}"));
            assertThat(srt).asString().endsWith(".srt");
            assertThat(cues(srt)).containsExactly("00:00.500 00:01.500 <i>eins</i>", "00:02.000 00:06.000 zwei äöü",
                    "00:07.000 00:08.000 drei");
            assertThat(Files.readString(srt)).contains("zwei äöü\nund mehr\n");
            Path vtt = Studio.output(studio.run(clip, "{'op':'subtitle-extract','format':'vtt'}"));
            assertThat(Files.readString(vtt)).startsWith("WEBVTT");
            assertThat(cues(vtt)).isEqualTo(cues(srt));
            Path ass = Studio.output(studio.run(clip, "{'op':'subtitle-extract','format':'ass'}"));
            assertThat(Files.readString(ass)).contains("Dialogue: 0,0:00:02.00,0:00:06.00,Default,,0,0,0,,zwei äöü\\Nund mehr");
        }
    }

    @Test
    void severalTracksBecomeSeveralFilesAndSameKeepsWhatEachIs() throws Exception {
        Task task = studio.run(mkv, "{'op':'subtitle-extract','tracks':'all','format':'same'}");
        List<Path> files = task.outcome().results().stream().map(r -> r.file()).toList();
        assertThat(files).extracting(f -> f.getFileName().toString()).satisfiesExactly(
                first -> assertThat(first).contains("1-deu").endsWith(".srt"),
                second -> assertThat(second).contains("2-eng").endsWith(".ass"));
        assertThat(Files.readString(files.get(1))).contains(",0:00:02.00,Default,,0,0,0,,one");
        assertThat(cues(mkv, "{'op':'subtitle-extract','tracks':'lang:eng'}")).containsExactly("00:01.000 00:02.000 one");
    }

    @Test
    void cuesFollowCutsAndSpeed() throws Exception {
        for (Path clip : List.of(mkv, mp4)) {
            // one that began before the cut is there from its beginning
            assertThat(cues(clip, "{'op':'trim','start':3,'end':7.6}", "{'op':'subtitle-extract'}"))
                    .containsExactly("00:00.000 00:03.000 zwei äöü", "00:04.000 00:04.600 drei");
            assertThat(cues(clip, "{'op':'trim','remove':'3..5'}", "{'op':'subtitle-extract','format':'vtt'}")).containsExactly(
                    "00:00.500 00:01.500 <i>eins</i>", "00:02.000 00:04.000 zwei äöü", "00:05.000 00:06.000 drei");
            assertThat(cues(clip, "{'op':'trim','start':1}", "{'op':'speed','factor':2}", "{'op':'trim','end':2}",
                    "{'op':'subtitle-extract'}")).containsExactly("00:00.000 00:00.250 <i>eins</i>",
                            "00:00.500 00:02.000 zwei äöü");
            assertThat(cues(clip, "{'op':'speed','factor':0.5}", "{'op':'subtitle-extract','offset':'-2s'}"))
                    .containsExactly("00:00.000 00:01.000 <i>eins</i>", "00:02.000 00:10.000 zwei äöü",
                            "00:12.000 00:14.000 drei");
        }
    }

    @Test
    void lettersAreSpeltAsAsked() throws Exception {
        byte[] marked = Files.readAllBytes(Studio.output(studio.run(mkv, "{'op':'subtitle-extract','charset':'utf-8-bom'}")));
        assertThat(marked).startsWith(0xEF, 0xBB, 0xBF);
        byte[] wide = Files.readAllBytes(Studio.output(studio.run(mp4, "{'op':'subtitle-extract','charset':'utf-16'}")));
        String text = StandardCharsets.UTF_16LE.newDecoder().decode(ByteBuffer.wrap(wide)).toString();
        assertThat(text).startsWith("\uFEFF1");
        assertThat(cues(text)).hasSize(3).contains("00:02.000 00:06.000 zwei äöü");
    }

    @Test
    void aPartWithoutCuesSaysSo() throws Exception {
        Task task = studio.run(mkv, "{'op':'trim','start':8.5}", "{'op':'subtitle-extract'}");
        assertThat(task.outcome().results()).isEmpty();
        assertThat(task.outcome().failure().orElseThrow().headline().toString() + task.outcome().failure().orElseThrow())
                .contains("no subtitle is shown in this part");
    }

    @Test
    void besideAFilmTheyComeFromTheSameRun() throws Exception {
        Task task = studio.run(mkv, "{'op':'transcode','container':'mp4','height':48,'preset':'ultrafast'}",
                "{'op':'subtitle-extract','tracks':'all','format':'vtt'}");
        assertThat(task.outcome().results()).hasSize(3);
        assertThat(cues(task.outcome().results().get(1).file())).hasSize(3);
    }
}
