package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.queue.Task;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Subtitles in the picture: each cue from its first frame to its last whatever happens around it, where it belongs, in its colours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubtitleBurnTest {

    private static final String LOSSLESS = "{'op':'transcode','container':'mkv','video-codec':'ffv1'}";
    private static final String WHITE_BOX = ",'box-colour':'#FFFFFF','colour':'#FFFFFF','font-size':'20%'}";
    private static final int BRIGHT = 128;

    @TempDir
    static Path folder;

    private Studio studio;
    private Path film;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        film = black("film.mkv", "25", 3);
        Files.writeString(folder.resolve("film.srt"), srt("00:00:00,420 --> 00:00:01,234"));
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path black(String name, String rate, int seconds) throws Exception {
        return studio.clip(name, "-f", "lavfi", "-i", "color=black:s=160x90:r=%s:d=%d,format=yuv420p".formatted(rate, seconds),
                "-c:v", "libx264", "-preset", "ultrafast");
    }

    private static String srt(String... times) {
        StringBuilder text = new StringBuilder();
        for (String time : times) {
            text.append("1\n").append(time).append("\nMMMM\n\n");
        }
        return text.toString();
    }

    private Path text(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String burn(Path text, String more) {
        return "{'op':'subtitle-burn','subtitle':'" + text + "'" + more;
    }

    private Path made(Path clip, String... steps) throws Exception {
        List<String> all = new ArrayList<>(List.of(steps));
        all.add(LOSSLESS);
        return Studio.output(studio.run(clip, all.toArray(String[]::new)));
    }

    /** The numbers of the frames that are bright where a cue at the bottom has its box. */
    private List<Integer> shown(Path clip) throws Exception {
        byte[] luma = studio.raw(clip, "-map", "0:v:0", "-vf", "extractplanes=y,crop=1:1:80:78", "-fps_mode", "passthrough", "-f",
                "rawvideo");
        return IntStream.range(0, luma.length).filter(i -> (luma[i] & 0xFF) > BRIGHT).boxed().toList();
    }

    /** The frames of a rate whose times lie in a span. */
    private static List<Integer> frames(double rate, int seconds, DoublePredicate in) {
        return IntStream.range(0, (int) Math.round(rate * seconds)).filter(i -> in.test(i / rate)).boxed().toList();
    }

    @Test
    void aCueIsShownFromItsFirstFrameToItsLastAtAnyRate() throws Exception {
        Path cues = text("exact.srt", srt("00:00:00,417 --> 00:00:01,234", "00:00:01,500 --> 00:00:01,501",
                "00:00:02,000 --> 00:00:02,500"));
        for (String rate : List.of("24", "25", "30000/1001", "60")) {
            String[] parts = (rate + "/1").split("/");
            double perSecond = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
            Path made = made(black("rate" + parts[0] + ".mkv", rate, 3), burn(cues, WHITE_BOX));
            assertThat(shown(made)).as(rate).isEqualTo(frames(perSecond, 3,
                    t -> t >= 0.4165 && t < 1.2335 || t >= 1.4995 && t < 1.5005 || t >= 1.9995 && t < 2.4995));
        }
    }

    @Test
    void framesThatComeUnevenlyShowItToo() throws Exception {
        Path uneven = studio.clip("uneven.mkv", "-f", "lavfi", "-i",
                "color=black:s=160x90:r=30:d=2,format=yuv420p,select='not(mod(n,3)*lt(t,1))'", "-fps_mode", "vfr",
                "-enc_time_base", "1/1000", "-c:v", "libx264", "-preset", "ultrafast");
        Path made = made(uneven, burn(text("uneven.srt", srt("00:00:00,250 --> 00:00:00,600", "00:00:01,100 --> 00:00:01,300")),
                WHITE_BOX));
        // ten frames at tenths of a second, then thirty a second
        assertThat(shown(made)).containsExactly(3, 4, 5, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void cuesRunOnTheClockOfTheirStep() throws Exception {
        String burn = burn(text("clock.srt", srt("00:00:00,400 --> 00:00:01,000")), WHITE_BOX);
        String cut = "{'op':'trim','start':0.2,'end':2}";
        assertThat(shown(made(film, cut, burn))).as("cut before").containsExactlyElementsOf(numbers(10, 25));
        assertThat(shown(made(film, burn, cut))).as("cut behind").containsExactlyElementsOf(numbers(5, 20));
        String fast = "{'op':'speed','factor':2}";
        assertThat(shown(made(film, fast, burn))).as("faster before").containsExactlyElementsOf(numbers(10, 25));
        assertThat(shown(made(film, burn, fast))).as("faster behind").hasSizeBetween(7, 8).startsWith(5);
        String slow = "{'op':'speed','factor':0.5}";
        assertThat(shown(made(film, burn, slow))).as("slower behind").containsExactlyElementsOf(numbers(20, 50));
        String rate = "{'op':'frame-rate','rate':50}";
        assertThat(shown(made(film, rate, burn))).as("rate before").containsExactlyElementsOf(numbers(20, 50));
        assertThat(shown(made(film, burn, rate))).as("rate behind").containsExactlyElementsOf(numbers(20, 50));
        String parts = "{'op':'trim','keep':'1..1.4,0.2..0.8'}";
        assertThat(shown(made(film, parts, burn))).as("parts before").containsExactlyElementsOf(numbers(10, 25));
        assertThat(shown(made(film, burn.replace("}", ",'offset':'-0.2'}")))).as("earlier")
                .containsExactlyElementsOf(numbers(5, 20));
        assertThat(shown(made(film, burn.replace("}", ",'offset':'-0.8'}")))).as("its beginning cut away")
                .containsExactlyElementsOf(numbers(0, 5));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void onlyWhatIsKeptIsDrawn() throws Exception {
        String burn = burn(text("kept.srt", srt("00:00:00,400 --> 00:00:01,000", "00:00:01,500 --> 00:00:01,900",
                "00:00:02,200 --> 00:00:02,600")), WHITE_BOX);
        String steps = studio.engine.plan(
                studio.recipe(burn, "{'op':'speed','factor':2}", "{'op':'trim','start':0.6,'end':1}"), studio.look(film)).plan()
                .orElseThrow().steps().toString();
        assertThat(steps).contains("span=Range[fromUs=1200000, toUs=3000000]");
    }

    @Test
    void aTrackOfTheClipGoesWithItsParts() throws Exception {
        Path cues = text("track.srt", srt("00:00:00,400 --> 00:00:01,000", "00:00:02,000 --> 00:00:02,400"));
        Path spoken = studio.clip("spoken.mkv", "-i", film.toString(), "-i", cues.toString(), "-map", "0", "-map", "1", "-c:v",
                "copy", "-c:s", "srt");
        String burn = "{'op':'subtitle-burn','track':'first'" + WHITE_BOX;
        assertThat(shown(made(spoken, "{'op':'trim','start':0.2}", burn)).subList(0, 15))
                .containsExactlyElementsOf(numbers(5, 20));
        assertThat(shown(made(spoken, "{'op':'trim','keep':'1.8..2.2,0.2..0.8'}", burn)))
                .containsExactlyElementsOf(IntStream.concat(IntStream.range(5, 10), IntStream.range(15, 25)).boxed().toList());
        assertThat(shown(made(spoken, "{'op':'speed','factor':0.5}", burn)).subList(0, 30))
                .containsExactlyElementsOf(numbers(20, 50));
        Path mp4 = studio.clip("spoken.mp4", "-i", spoken.toString(), "-map", "0", "-c:v", "copy", "-c:s", "mov_text");
        assertThat(shown(made(mp4, burn)).subList(0, 15)).containsExactlyElementsOf(numbers(10, 25));
    }

    @Test
    void theFileBesideTheClipIsTheUsualOne() throws Exception {
        assertThat(shown(made(film, "{'op':'subtitle-burn'" + WHITE_BOX))).containsExactlyElementsOf(numbers(11, 31));
        Path alone = black("alone.mkv", "25", 1);
        Planned planned = planned(alone, "{'op':'subtitle-burn'}");
        assertThat(planned.plan()).isEmpty();
        assertThat(planned.problems().getFirst().toString()).contains("alone.srt");
        assertThat(planned(alone, "{'op':'subtitle-burn','track':'1'}").problems().getFirst().option()).isEqualTo("track");
    }

    private Planned planned(Path clip, String step) throws Exception {
        return studio.engine.plan(studio.recipe(step), studio.look(clip));
    }

    /** The part of a frame that is not as dark as the rest: x, y, width, height. */
    private int[] bounds(Path clip, double seconds, String filter) throws Exception {
        byte[] grey = studio.raw(clip, "-ss", Double.toString(seconds), "-frames:v", "1", "-vf", filter + "format=gray", "-f",
                "rawvideo");
        int width = 320;
        int[] box = {width, 1000, -1, -1};
        for (int i = 0; i < grey.length; i++) {
            if ((grey[i] & 0xFF) > 60) {
                box[0] = Math.min(box[0], i % width);
                box[1] = Math.min(box[1], i / width);
                box[2] = Math.max(box[2], i % width);
                box[3] = Math.max(box[3], i / width);
            }
        }
        return new int[]{box[0], box[1], box[2] - box[0] + 1, box[3] - box[1] + 1};
    }

    private Path wide() throws Exception {
        Path wide = folder.resolve("wide.mkv");
        return Files.exists(wide)
                ? wide
                : studio.clip("wide.mkv", "-f", "lavfi", "-i", "color=black:s=320x180:r=10:d=1,format=yuv420p", "-c:v", "ffv1");
    }

    private static String ass(String styles, String... lines) {
        StringBuilder text = new StringBuilder("""
                [Script Info]
                PlayResX: 640
                PlayResY: 360
                [V4+ Styles]
                Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BackColour, Bold, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV
                """).append(styles).append("\n[Events]\n");
        for (String line : lines) {
            text.append("Dialogue: 0,0:00:00.00,0:00:01.00,A,,0,0,0,,").append(line).append('\n');
        }
        return text.toString();
    }

    private static final String PLAIN = "Style: A,Noto Sans,40,&H00FFFFFF,&H00000000,&H00000000,0,1,0,0,2,20,20,20";

    @Test
    void itStandsWhereItIsTold() throws Exception {
        // a canvas twice as large as the picture
        String[] lines = {"H", "{\\an8}H", "{\\an5}H", "{\\an1}H", "{\\an9}H", "{\\a6}H", "{\\an7\\pos(100,60)}H",
                "{\\an5\\pos(100,60)}H"};
        int[][] middles = {{160, 159}, {160, 20}, {160, 89}, {17, 159}, {303, 20}, {160, 20}, {57, 40}, {50, 29}};
        for (int i = 0; i < lines.length; i++) {
            int[] box = bounds(made(wide(), burn(text("place" + i + ".ass", ass(PLAIN, lines[i])), "}")), 0, "");
            assertThat(box[0] + box[2] / 2).as("x of %s", lines[i]).isCloseTo(middles[i][0], within(3));
            assertThat(box[1] + box[3] / 2).as("y of %s", lines[i]).isCloseTo(middles[i][1], within(3));
        }
    }

    @Test
    void optionsPlaceAndSizeWhatDoesNotSayItself() throws Exception {
        Path cue = text("one.srt", "00:00:00,000 --> 00:00:01,000\nH\n");
        int[] low = bounds(made(wide(), burn(cue, ",'font-size':40,'outline':0,'margin':'10%'}")), 0, "");
        int[] high = bounds(made(wide(), burn(cue, ",'font-size':40,'outline':0,'margin':18,'position':'tl'}")), 0, "");
        int[] large = bounds(made(wide(), burn(cue, ",'font-size':80,'outline':0}")), 0, "");
        assertThat(low[1] + low[3]).isCloseTo(180 - 18 - 12, within(3));
        assertThat(high[0]).isCloseTo(18 + 4, within(3));
        assertThat(high[1]).isCloseTo(18 + 14, within(4));
        assertThat(large[3]).isCloseTo(2 * low[3], within(3));
    }

    private int[] colour(Path clip, int x, int y) throws Exception {
        return studio.pixel(clip, x, y);
    }

    private static void near(int[] colour, int red, int green, int blue) {
        assertThat(colour[0]).isCloseTo(red, within(14));
        assertThat(colour[1]).isCloseTo(green, within(14));
        assertThat(colour[2]).isCloseTo(blue, within(14));
    }

    @Test
    void coloursBoxesOutlinesAndShadowsAreAsWritten() throws Exception {
        // a full block fills the line: what is seen in its middle, beside it, and below it to the right
        String big = "{\\an7\\pos(100,20)\\fs300}";
        String bar = "{\\u1}M{\\u0}";
        Path box = made(wide(), burn(text("box.ass",
                ass("Style: A,Noto Sans,40,&H00FFFFFF,&H000000FF,&H00FF0000,0,3,10,16,7,20,20,20", "{\\an7\\pos(100,100)}H")),
                "}"));
        near(colour(box, 48, 52), 255, 0, 0);
        near(colour(box, 70, 80), 0, 0, 255);
        Path lined = made(wide(), burn(text("lined.ass", ass(PLAIN, big + "{\\c&H0000FF&\\3c&H00FF00&\\bord8}" + bar)), "}"));
        int[] around = bounds(lined, 0, "");
        // the underline is as wide as the letter: its outline lies below and above it
        int x = around[0] + around[2] / 2;
        int low = around[1] + around[3];
        near(colour(lined, x, low - 2), 0, 255, 0);
        near(colour(lined, x, low - 8), 255, 0, 0);
        Path pale = made(wide(), burn(text("pale.ass", ass(PLAIN, big + "{\\1a&H80&}" + bar)), "}"));
        int[] underline = bounds(pale, 0, "");
        near(colour(pale, underline[0] + underline[2] / 2, underline[1] + underline[3] - 2), 127, 127, 127);
        Path tagged = made(wide(), burn(text("tags.srt",
                "00:00:00,000 --> 00:00:01,000\n<font color=\"#00ff00\"><u>M</u></font>\n"), ",'font-size':100,'outline':0}"));
        int[] word = bounds(tagged, 0, "");
        near(colour(tagged, word[0] + word[2] / 2, word[1] + word[3] - 4), 0, 255, 0);
    }

    @Test
    void cuesTogetherStandAboveEachOtherAndStay() throws Exception {
        Path cues = text("stack.srt", "00:00:00,000 --> 00:00:00,600\nHH\n\n00:00:00,200 --> 00:00:01,000\nHH\n");
        Path made = made(wide(), burn(cues, ",'font-size':40,'outline':0}"));
        int[] one = bounds(made, 0.1, "");
        int[] both = bounds(made, 0.4, "");
        int[] other = bounds(made, 0.8, "");
        assertThat(both[1]).isCloseTo(one[1] - 54, within(2));
        assertThat(both[1] + both[3]).isEqualTo(one[1] + one[3]);
        assertThat(other[1]).as("stays where it was").isEqualTo(both[1]);
        assertThat(other[3]).isCloseTo(one[3], within(1));
    }

    @Test
    void itFadesAsItSays() throws Exception {
        Path cues = text("fade.ass", ass("Style: A,Noto Sans,40,&H00FFFFFF,&H00FFFFFF,&H00FFFFFF,0,3,30,0,5,0,0,0",
                "{\\fad(400,0)}M"));
        Path made = made(wide(), burn(cues, "}"));
        byte[] luma = studio.raw(made, "-vf", "format=gray,crop=1:1:160:76", "-f", "rawvideo");
        assertThat(luma[0] & 0xFF).isLessThan(60);
        assertThat(luma[2] & 0xFF).isBetween(110, 200);
        assertThat(luma[5] & 0xFF).isGreaterThan(245);
    }

    @Test
    void lettersOfAnyCharacterSetAreFound() throws Exception {
        String words = "Съешь же ещё этих мягких французских булок, да выпей чаю. Привет, как дела?";
        Path russian = folder.resolve("russian.srt");
        Files.write(russian, ("00:00:00,000 --> 00:00:01,000\n" + words + "\n").getBytes(Charset.forName("windows-1251")));
        Task task = studio.run(wide(), burn(russian, "}"), LOSSLESS);
        assertThat(Studio.output(task)).exists();
        assertThat(planned(wide(), burn(russian, "}")).plan().orElseThrow().steps().toString()).contains("Съешь");
        assertThat(planned(wide(), burn(russian, ",'charset':'utf-8'}")).problems().getFirst().toString()).contains("UTF-8");
    }

    @Test
    void highDynamicRangeHasTheLightOfPaper() throws Exception {
        Path hdr = studio.clip("hdr.mkv", "-f", "lavfi", "-i", "color=black:s=160x90:r=10:d=1,format=yuv420p10le", "-color_trc",
                "smpte2084", "-color_primaries", "bt2020", "-colorspace", "bt2020nc", "-c:v", "libx265", "-x265-params",
                "log-level=error:lossless=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc");
        Path made = made(hdr, burn(text("hdr.srt", "00:00:00,000 --> 00:00:01,000\nMM\n"), WHITE_BOX));
        byte[] luma = studio.raw(made, "-vf", "extractplanes=y,crop=1:1:80:78", "-frames:v", "1", "-pix_fmt", "gray10le", "-f",
                "rawvideo");
        int value = luma[0] & 0xFF | (luma[1] & 0xFF) << 8;
        // 203 nits are 58 % of the curve
        assertThat((value - 64) / 876.0).isCloseTo(0.58, within(0.02));
    }

    @Test
    void whatCannotBeDrawnIsSaidBefore() throws Exception {
        for (String text : List.of("", "just words\n", "WEBVTT\n\n", "00:00:05,000 --> 00:00:01,000\nbackwards\n",
                srt("00:00:00,000 --> 00:00:01,000").repeat(20_001), "00:00:00,000 --> 00:00:01,000\n" + "x".repeat(20_000))) {
            Planned planned = planned(wide(), burn(text("hostile.srt", text), "}"));
            assertThat(planned.plan()).isEmpty();
            assertThat(planned.problems()).hasSize(1);
            assertThat(planned.problems().getFirst().option()).isEqualTo("subtitle");
        }
        Planned late = planned(wide(), burn(text("late.srt", srt("00:01:00,000 --> 00:01:01,000")), "}"));
        assertThat(late.problems().getFirst().option()).isEqualTo("offset");
        Files.write(folder.resolve("font.ttf"), "no font".getBytes(StandardCharsets.UTF_8));
        Planned font = planned(wide(), burn(folder.resolve("film.srt"), ",'font':'" + folder.resolve("font.ttf") + "'}"));
        assertThat(font.problems().getFirst().option()).isEqualTo("font");
    }

    @Test
    void monstrousTagsDoNoHarm() throws Exception {
        Path made = made(wide(), burn(text("monster.ass", ass(PLAIN,
                "{\\fs99999999\\bord99999999\\shad99999999\\pos(1e9,-99999999)}M{\\fscx999999\\fsp-99999}M",
                "{\\fad(99999999,99999999)}M{\\fn../../etc/passwd}M{\\fn/etc/passwd}M",
                "{\\t(0,1,\\t(0,1,\\fs(}M{\\}}{\\\\}{{M}}",
                "{\\an8}" + "{\\i1}".repeat(500) + "ok", "{\\p1}m 0 0 l 100 0 100 100 0 100{\\p0}",
                "\u202E\u202E\u2067" + "Z\u0301".repeat(300))),
                "}"));
        assertThat(studio.look(made).video()).isPresent();
    }
}
