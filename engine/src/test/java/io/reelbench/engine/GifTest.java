package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.queue.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that move, made of real clips and looked at byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GifTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path counted;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        counted = studio.counted("counted.mp4", 4, 25);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(String step) throws Exception {
        return Studio.output(studio.run(counted, step));
    }

    private static String text(Path file) throws Exception {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /** The delays of a GIF's frames in hundredths of a second, from its graphic control extensions. */
    private static List<Integer> delays(Path gif) throws Exception {
        String bytes = text(gif);
        List<Integer> delays = new ArrayList<>();
        for (int at = bytes.indexOf("\u0021\u00F9\u0004"); at >= 0; at = bytes.indexOf("\u0021\u00F9\u0004", at + 1)) {
            if (bytes.charAt(at + 7) == 0) {
                delays.add(bytes.charAt(at + 4) | bytes.charAt(at + 5) << 8);
            }
        }
        return delays;
    }

    /** How often it is repeated, from its Netscape extension; -1 without one. */
    private static int repeats(Path gif) throws Exception {
        String bytes = text(gif);
        int at = bytes.indexOf("NETSCAPE2.0");
        return at < 0 ? -1 : bytes.charAt(at + 13) | bytes.charAt(at + 14) << 8;
    }

    @Test
    void delaysAddUpToTheLengthAndFramesAreThoseOnScreen() throws Exception {
        Path gif = made("{'op':'gif','start':1,'duration':2,'fps':'12.5'}");
        assertThat(delays(gif)).hasSize(25).containsOnly(8);
        assertThat(studio.look(gif).video().orElseThrow().upright()).isEqualTo(new Size(160, 90));
        List<Integer> frames = greys(gif);
        assertThat(frames).hasSize(25);
        for (int i = 0; i < 25; i++) {
            // every other frame of 25 a second, from frame 25 on
            assertThat(frames.get(i)).isCloseTo((25 + 2 * i) % 50, within(1));
        }
    }

    /** The numbers of the frames of a grey GIF. */
    private List<Integer> greys(Path gif) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (byte grey : studio.raw(gif, "-vf", "format=gbrp,extractplanes=g,scale=1:1:flags=area", "-fps_mode", "passthrough",
                "-f", "rawvideo")) {
            numbers.add(Math.round((((grey & 0xFF) * 219 / 255f + 16) - 20) / 4f));
        }
        return numbers;
    }

    @Test
    void aRateThatHundredthsCannotSayIsSpread() throws Exception {
        List<Integer> delays = delays(made("{'op':'gif','duration':2,'fps':15}"));
        assertThat(delays).hasSize(30).containsOnly(6, 7);
        assertThat(delays.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
    }

    @Test
    void loopsAreCountedAsPeopleCount() throws Exception {
        assertThat(repeats(made("{'op':'gif','duration':'0.5'}"))).isZero();
        assertThat(repeats(made("{'op':'gif','duration':'0.5','loop':1}"))).isEqualTo(-1);
        assertThat(repeats(made("{'op':'gif','duration':'0.5','loop':3}"))).isEqualTo(2);
    }

    @Test
    void eachPaletteGivesTheColours() throws Exception {
        Path scenes = studio.clip("scenes.mp4", "-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=1", "-f", "lavfi", "-i",
                "color=blue:s=160x90:r=25:d=1", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1", "-filter_complex",
                "[0][1][2]concat=n=3", "-c:v", "libx264", "-crf", "5", "-pix_fmt", "yuv444p");
        for (String palette : List.of("clip", "scene", "frame")) {
            Path gif = Studio.output(studio.run(scenes, "{'op':'gif','palette':'" + palette + "','dither':'none'}"));
            assertThat(delays(gif)).as(palette).hasSize(45);
            assertThat(studio.look(gif).lengthUs().orElseThrow() / 1e6).isCloseTo(3, within(0.05));
            int[] first = studio.pixel(gif, 80, 45);
            assertThat(first[0]).as(palette).isGreaterThan(245);
            assertThat(first[2]).as(palette).isLessThan(12);
        }
    }

    @Test
    void aLongOneInTwoRunsHasTheSameColours() throws Exception {
        // frames of this size do not fit into the memory that one run is given
        Path large = studio.clip("large.mp4", "-f", "lavfi", "-i", "color=red:s=1920x1080:r=25:d=4", "-c:v", "libx264", "-preset",
                "ultrafast");
        Task task = studio.run(large, "{'op':'gif','width':1920,'fps':25,'dither':'none'}");
        assertThat(studio.engine.plan(studio.recipe("{'op':'gif','width':1920,'fps':25}"), studio.look(large)).plan()
                .orElseThrow().steps()).hasSize(2);
        assertThat(studio.pixel(Studio.output(task), 80, 45)[0]).isGreaterThan(245);
    }

    @Test
    void webpMovesToo() throws Exception {
        Path webp = made("{'op':'gif','start':1,'duration':2,'format':'webp','loop':2}");
        String bytes = text(webp);
        assertThat(bytes).startsWith("RIFF").contains("WEBPVP8X");
        int loop = bytes.indexOf("ANIM");
        assertThat((int) bytes.charAt(loop + 12)).isEqualTo(2);
        List<Integer> lengths = new ArrayList<>();
        for (int at = bytes.indexOf("ANMF"); at >= 0; at = bytes.indexOf("ANMF", at + 1)) {
            lengths.add(bytes.charAt(at + 20) | bytes.charAt(at + 21) << 8);
        }
        // frames that look alike are written as one that is shown longer
        assertThat(lengths).hasSizeBetween(10, 30);
        assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isCloseTo(2000, within(2));
    }
}
