package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is drawn here beside what libass draws of the same text in the same font, where an ffmpeg of this machine has libass; elsewhere this
 * is skipped and says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibassTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int BRIGHT = 60;
    private static final String HEAD = """
            [Script Info]
            PlayResX: 1280
            PlayResY: 720
            ScaledBorderAndShadow: yes
            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: A,Noto Sans,60,&H00FFFFFF,&H00FFFFFF,&H00A0A0A0,&H00808080,0,0,0,0,100,100,0,0,1,3,2,2,60,60,40,1
            Style: B,Noto Sans,60,&H00FFFFFF,&H00FFFFFF,&H00A0A0A0,&H00808080,0,0,0,0,100,100,0,0,3,8,0,2,60,60,40,1
            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;

    @TempDir
    static Path folder;

    private Studio studio;
    private Path film;
    private Path fonts;

    @BeforeAll
    void open() throws Exception {
        assumeTrue(hasLibass(), "no ffmpeg with libass is on the path of this machine, so nothing is compared with it");
        studio = new Studio(folder);
        film = studio.clip("film.mkv", "-f", "lavfi", "-i", "color=black:s=640x360:r=25:d=2,format=yuv420p", "-c:v", "ffv1");
        fonts = Files.createDirectory(folder.resolve("fonts"));
        try (InputStream font = LibassTest.class.getResourceAsStream("/io/reelbench/ui/fonts/captions/NotoSans-Regular.ttf")) {
            Files.copy(Objects.requireNonNull(font), fonts.resolve("NotoSans-Regular.ttf"));
        }
    }

    @AfterAll
    void close() {
        if (studio != null) {
            studio.close();
        }
    }

    private static boolean hasLibass() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("ffmpeg", "-hide_banner", "-filters")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String filters = new String(process.getInputStream().readAllBytes());
            return process.waitFor(1, TimeUnit.MINUTES) && filters.contains(" ass ");
        } catch (IOException none) {
            return false;
        }
    }

    private static String line(String style, String from, String to, String text) {
        return "Dialogue: 0,0:00:0%s,0:00:0%s,%s,,0,0,0,,%s\n".formatted(from, to, style, text);
    }

    private byte[] ours(Path text) throws Exception {
        return studio.raw(Studio.output(studio.run(film, "{'op':'subtitle-burn','subtitle':'" + text + "'}",
                "{'op':'transcode','container':'mkv','video-codec':'ffv1'}")), "-vf", "format=gray", "-f", "rawvideo");
    }

    private byte[] theirs(Path text) throws Exception {
        Path out = folder.resolve("theirs.raw");
        Process process = new ProcessBuilder("ffmpeg", "-hide_banner", "-loglevel", "error", "-y", "-i", film.toString(), "-vf",
                "ass=" + text.getFileName() + ":fontsdir=fonts,format=gray", "-f", "rawvideo", out.toString())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readAllBytes(out);
    }

    /** The pixels of one frame that are not black. */
    private static BitSet lit(byte[] film, int frame) {
        BitSet lit = new BitSet();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            lit.set(i, (film[frame * WIDTH * HEIGHT + i] & 0xFF) > BRIGHT);
        }
        return lit;
    }

    private static int[] bounds(BitSet lit) {
        int[] box = {WIDTH, HEIGHT, -1, -1};
        lit.stream().forEach(i -> {
            box[0] = Math.min(box[0], i % WIDTH);
            box[1] = Math.min(box[1], i / WIDTH);
            box[2] = Math.max(box[2], i % WIDTH);
            box[3] = Math.max(box[3], i / WIDTH);
        });
        return box;
    }

    @Test
    void textStandsWhereLibassPutsIt() throws Exception {
        List<String> texts = List.of("A usual line", "{\\an8}top", "{\\an1}left", "{\\an6}right", "{\\an5}middle\\Nof two lines",
                "{\\an7\\pos(200,300)}at a point", "{\\an3\\pos(900,500)\\fs90}larger", "{\\u1}under{\\u0} and {\\s1}through",
                "A sentence that is much too long for one line of this picture and is broken into two by whoever draws it",
                "{\\bord8\\shad6}edges", "{\\alpha&H40&}pale");
        List<String> all = new ArrayList<>(texts.stream().map(text -> "A" + text).toList());
        all.addAll(texts.stream().map(text -> "B" + text).toList());
        // libass draws boxes of stretched letters otherwise than it stretches them
        all.add("A{\\fscx150\\fscy80}stretched {\\fsp10}apart");
        List<String> wrong = new ArrayList<>();
        for (String one : all) {
            String style = one.substring(0, 1);
            String text = one.substring(1);
            Path file = Files.writeString(folder.resolve("one.ass"), HEAD + line(style, "0.00", "2.00", text));
            BitSet ours = lit(ours(file), 10);
            BitSet theirs = lit(theirs(file), 10);
            BitSet both = (BitSet) ours.clone();
            both.and(theirs);
            BitSet any = (BitSet) ours.clone();
            any.or(theirs);
            int[] here = bounds(ours);
            int[] there = bounds(theirs);
            int off = 0;
            for (int i = 0; i < here.length; i++) {
                off = Math.max(off, Math.abs(here[i] - there[i]));
            }
            double alike = (double) both.cardinality() / any.cardinality();
            if (off > 2 || alike < 0.85) {
                wrong.add("%s %s: %s, libass %s, %.3f".formatted(style, text, java.util.Arrays.toString(here),
                        java.util.Arrays.toString(there), alike));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void cuesComeAndGoInTheSameFramesAndStandInTheSameRows() throws Exception {
        Path file = Files.writeString(folder.resolve("many.ass"),
                HEAD + line("A", "0.10", "0.77", "first") + line("A", "0.40", "1.20", "second")
                        + line("A", "0.90", "1.53", "third")
                        + line("A", "1.53", "1.99", "{\\an8}fourth"));
        byte[] ours = ours(file);
        byte[] theirs = theirs(file);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int frame = 0; frame < ours.length / (WIDTH * HEIGHT); frame++) {
            int[] here = bounds(lit(ours, frame));
            int[] there = bounds(lit(theirs, frame));
            for (int i = 0; i < here.length; i++) {
                assertThat(Math.abs(here[i] - there[i])).as("side %d of frame %d", i, frame).isLessThanOrEqualTo(2);
            }
        }
    }
}
