package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Two whole plans of each operation at the least, as {@code argument-lists.txt} writes them down: a line of operation, clip and options,
 * and below it, set in, every step with every argument. Other tests of this package hold what is special about each.
 */
class ArgumentListsTest {

    private static final String MP4 = "mov,mp4,m4a,3gp,3g2,mj2";

    /** One entry of the table. */
    private record Entry(String op, String clip, String options, List<String> lines) {

        String step() {
            return "{'op':'" + op + "'" + (options.isEmpty() ? "" : "," + options) + "}";
        }
    }

    private static List<Entry> table() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = ArgumentListsTest.class.getResourceAsStream("argument-lists.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                if (line.startsWith("    ")) {
                    entries.getLast().lines.add(line.strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] head = line.split(" \\| ?", 3);
                    entries.add(new Entry(head[0], head[1], head[2], new ArrayList<>()));
                }
            }
        }
        return entries;
    }

    /** Several, with {@code +} between them, for what joins. */
    private static List<Media> clips(String names) {
        return Arrays.stream(names.split(" \\+ ")).map(ArgumentListsTest::clip).toList();
    }

    private static Media clip(String name) {
        return switch (name) {
            case "film" -> Given.film().media();
            case "film with two sounds" -> Given.film().audio("ac3", 6, "deu").media();
            case "film with look.cube" ->
                Given.film().knowing(k -> k.withFile(Path.of("/clips/look.cube"), new SideFile.Table(812, 5))).media();
            case "film with music" -> Given.film().knowing(k -> k
                    .withFile(Path.of("/clips/music.wav"), new SideFile.Clip(
                            Given.empty("music.wav", "wav").seconds(90).audio("pcm_s16le", 2, "und").media()))
                    .withFile(Path.of("/clips/voice.m4a"), new SideFile.Clip(
                            Given.empty("voice.m4a", MP4).seconds(60).audio("aac", 1, "und").media()))
                    .withFile(Path.of("/clips/film.srt"),
                            new SideFile.Cues(SideFile.CueFormat.SUBRIP, java.nio.charset.Charset.forName("windows-1251"))))
                    .named("film.mp4", MP4).media();
            case "film with logo.png" ->
                Given.film().knowing(k -> k.withFile(Path.of("/clips/logo.png"), new SideFile.Mark("png_pipe",
                        picture("rgba", true).video().orElseThrow(), picture("rgba", true)))).media();
            case "film with keyframes" -> Given.film().knowing(k -> k.withRead(k.read().withKeys(new Read.Keys(
                    LongStream.range(0, 12).mapToObj(i -> new Read.Key(i * 5_000_000, i * 125, i * 900_000, 0)).toList(), 1500,
                    10_800_000)))).media();
            case "film with talk.srt" -> Given.film().knowing(k -> k.withFile(Path.of("/clips/talk.srt"),
                    new SideFile.Lines("1\n00:00:01,000 --> 00:00:02,500\nHi\n"))).media();
            case "film with signs.ass" -> Given.film().knowing(k -> k.withFile(Path.of("/clips/signs.ass"),
                    new SideFile.Lines("[Script Info]\nPlayResX: 640\nPlayResY: 360\n[Events]\n"
                            + "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\an8}Up\n"
                            + "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1}Down\n")))
                    .media();
            case "film with subtitles" -> Given.film().subtitle("mov_text", true).media();
            case "camera" -> Given.film().seen(v -> set(v, "High")).knowing(k -> k.withStretch(Reel.HEADERS,
                    new Stretch(0, 0, 512, 1, Optional.empty(), 0, new Stretch.Coding(40, 4, 0, true)))).media();
            case "wide" ->
                Given.empty("w.mkv", "matroska,webm").seconds(20).video("h264", new Size(2560, 1080), Given.NTSC).media();
            case "phone" -> Given.empty("p.mp4", MP4)
                    .video("h264", new Size(1920, 1080), Fraction.ONE, 90, Given.PAL, false, "yuv420p", 8, 420, false)
                    .audio("aac", 2, "eng").media();
            case "tape" -> Given.film().seen(v -> Effect.NONE.scanned(Track.Fields.TOP_FIRST).on(v))
                    .knowing(k -> k.withFields(Track.Fields.TOP_FIRST)).media();
            case "hdr10" -> hdr("smpte2084", Track.Hdr.Kind.HDR10, OptionalInt.of(4000));
            case "hlg" -> hdr("arib-std-b67", Track.Hdr.Kind.HLG, OptionalInt.empty());
            case "song flac" -> Given.empty("song.flac", "flac").audio("flac", 2, "und", 96_000).media();
            case "song mp3" -> Given.empty("song.mp3", "mp3").audio("mp3", 2, "und", 44_100).media();
            case "photo" -> picture("rgb24", false);
            case "drawing" -> picture("rgba", true);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Track.Video set(Track.Video v, String profile) {
        Track.Facts f = v.facts();
        Track.Facts known = new Track.Facts(f.index(), f.codec(), f.codecTag(), Optional.of(profile), f.decodable(), f.timebase(),
                f.startUs(), f.lengthUs(), f.bitrate(), f.frames(), f.language(), f.title(), f.dispositions(), f.tags());
        return new Track.Video(known, v.coded(), v.pixelShape(), v.rotation(), v.flipped(), v.pixels(), v.rate(), v.variable(),
                v.fields(), v.colour(), v.hdr(), v.timecode(), v.reorder());
    }

    private static Media hdr(String transfer, Track.Hdr.Kind kind, OptionalInt peak) {
        return Given.film().seen(v -> Effect.NONE.deep(new Track.PixelFormat("yuv420p10le", 10, 420, false, false))
                .coloured(new Track.ColourSpace("tv", "bt2020nc", "bt2020", transfer), new Track.Hdr(kind, true, peak)).on(v))
                .media();
    }

    private static Media picture(String pixels, boolean alpha) {
        return Given.empty("p.png", "png_pipe")
                .video("png", new Size(1200, 800), Fraction.ONE, 0, Given.PAL, false, pixels, 8, 444, alpha).still().media();
    }

    @TestFactory
    List<DynamicTest> everyArgumentIsAsWritten() throws IOException {
        return table().stream().map(entry -> DynamicTest.dynamicTest(entry.clip + ": " + entry.step(), () -> {
            Planned planned = Planning.plan(clips(entry.clip), Planning.recipe(entry.step()));
            assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
            Plan plan = planned.plan().orElseThrow();
            assertThat(Planning.commands(plan)).containsExactlyElementsOf(entry.lines);
            assertThat(Planning.plan(clips(entry.clip), Planning.recipe(entry.step())).plan()).as("planned once more")
                    .contains(plan);
            assertThat(plan.explanation().line().toString()).isNotBlank();
            assertThat(plan.explanation().reasons()).isNotEmpty()
                    .allSatisfy(reason -> assertThat(List.of(reason.subject(), reason.verdict(), reason.because()))
                            .noneMatch(text -> text.toString().isBlank() || text.toString().contains("{")));
        })).toList();
    }

    @Test
    void eachOperationStandsInItTwice() throws IOException {
        Map<String, Long> counts = table().stream().collect(Collectors.groupingBy(Entry::op, Collectors.counting()));
        assertThat(new Catalog().entries())
                .allSatisfy(entry -> assertThat(counts.getOrDefault(entry.about().id(), 0L)).as(entry.about().id())
                        .isGreaterThanOrEqualTo(2));
    }
}
