package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.Frame;
import io.reelbench.engine.preview.Where;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Finished files beside their clips: frame n of the clip is grey of luma 20 + 4·n, so it can be seen which one is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonTest {

    private static final long FRAME = 40_000;

    @TempDir
    static Path folder;

    private Studio studio;
    private Path clip;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        clip = studio.counted("counted.mp4", 2, 10);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Comparison compared(String... steps) throws Exception {
        return studio.engine.compare(studio.run(clip, steps));
    }

    /** The frame of the finished file that belongs to a frame of the clip. */
    private int shown(Comparison files, int frame) throws Exception {
        Frame made = studio.engine.previews()
                .frame(files.made(), new Where.At(files.madeUs(frame * FRAME)), new Size(160, 90)).get(2, TimeUnit.MINUTES);
        int grey = made.picture().bgra().get(4 * (45 * made.picture().size().width() + 80)) & 0xff;
        // the decoder shows luma 16 to 235 as 0 to 255
        return (int) Math.round((grey * 219 / 255.0 + 16 - 20) / 4);
    }

    @Test
    void aCutIsMatchedToTheFrame() throws Exception {
        Comparison files = compared("{'op':'trim','start':0.4,'end':1.6}");
        assertThat(files.inStep()).isTrue();
        assertThat(files.firstUs()).isEqualTo(400_000);
        assertThat(files.keeps(360_000)).isFalse();
        assertThat(files.keeps(400_000)).isTrue();
        assertThat(files.keeps(1_600_000)).isFalse();
        for (int frame : new int[]{10, 11, 25, 39}) {
            assertThat(shown(files, frame)).as("frame " + frame).isEqualTo(frame);
        }
    }

    @Test
    void partsThatAreTakenOutAreSteppedOver() throws Exception {
        Comparison files = compared("{'op':'trim','remove':['0.4..1.2']}", "{'op':'transcode','container':'mkv'}");
        assertThat(files.inStep()).isTrue();
        assertThat(files.keeps(800_000)).isFalse();
        for (int frame : new int[]{3, 9, 30, 45}) {
            assertThat(shown(files, frame)).as("frame " + frame).isEqualTo(frame);
        }
    }

    @Test
    void anotherSpeedIsMatchedToo() throws Exception {
        Comparison files = compared("{'op':'trim','start':0.4}", "{'op':'speed','factor':2}");
        assertThat(files.inStep()).isTrue();
        for (int frame : new int[]{10, 20, 30, 40}) {
            assertThat(shown(files, frame)).as("frame " + frame).isBetween(frame - 1, frame + 1);
        }
    }

    @Test
    void aPosterIsTheMomentItWasTakenAt() throws Exception {
        Comparison files = compared("{'op':'thumbnail','time':1.2}");
        assertThat(files.inStep()).isTrue();
        assertThat(files.firstUs()).isEqualTo(1_200_000);
        assertThat(shown(files, 30)).isEqualTo(30);
    }

    @Test
    void whatCannotBeMatchedIsSaidAndShownFromTheStart() throws Exception {
        Path own = Files.copy(clip, folder.resolve("changed.mp4"));
        Task task = studio.run(own, "{'op':'trim','start':0.4}");
        Files.write(own, new byte[]{0}, StandardOpenOption.APPEND);
        Comparison files = studio.engine.compare(task);
        assertThat(files.inStep()).isFalse();
        assertThat(files.firstUs()).isZero();
        assertThat(files.keeps(0)).isTrue();
        assertThat(files.madeUs(1_000_000)).isBetween(1_000_000L, 1_020_000L);
    }

    @Test
    void aSoundHasNothingToShow() throws Exception {
        Task task = studio.run(clip, "{'op':'extract-audio'}");
        assertThatThrownBy(() -> studio.engine.compare(task)).isInstanceOf(FailedException.class);
    }
}
