package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operations of the sound on real clips; levels, tones and lengths are measured in what came out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundOperationsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Ears ears;
    private Path quiet;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        ears = new Ears(studio);
        // a tone whose highest sample is at -20 dBFS
        quiet = studio.clip("quiet.mov", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=3", "-f", "lavfi", "-i",
                "aevalsrc=0.1*sin(2*PI*440*t):s=48000:d=3", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s24le");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(Path clip, String... steps) throws Exception {
        return Studio.output(studio.run(clip, steps));
    }

    @Test
    void aGainIsExactAndThePictureIsCopied() throws Exception {
        Path out = made(quiet, "{'op':'volume','gain':6.5}");
        assertThat(ears.peak(out, 0)).isCloseTo(-13.5, within(0.01));
        assertThat(studio.raw(out, "-map", "0:v", "-c", "copy", "-f", "framemd5"))
                .isEqualTo(studio.raw(quiet, "-map", "0:v", "-c", "copy", "-f", "framemd5"));
    }

    @Test
    void aLimitHoldsThePeaksAndMovesNothing() throws Exception {
        Path out = made(quiet, "{'op':'volume','gain':30}");
        assertThat(ears.peak(out, 0)).isCloseTo(-1, within(0.05));
        assertThat(ears.channel(out, 0, 0)).hasSameSizeAs(ears.channel(quiet, 0, 0));
        assertThat(ears.peak(made(quiet, "{'op':'volume','gain':30,'limit':false}"), 0)).isCloseTo(0, within(0.01));
        // a limiter that waits for what comes would begin with silence
        assertThat(Math.abs(ears.channel(out, 0, 0)[27])).isGreaterThan(0.5f);
    }

    @Test
    void aPeakIsMeasuredFirst() throws Exception {
        Task task = studio.run(quiet, "{'op':'volume','peak':-3}");
        assertThat(ears.peak(Studio.output(task), 0)).isCloseTo(-3, within(0.01));
        assertThat(task.outcome().notes()).extracting(Object::toString)
                .containsExactly("Highest sample -20 → -3 dBFS, a gain of +17 dB");
    }

    @Test
    void mutedTracksAreSilentAndStay() throws Exception {
        assertThat(ears.peak(made(quiet, "{'op':'volume','mute':true}"), 0)).isLessThan(-120);
    }
}
