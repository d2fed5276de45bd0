package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measure of other tests is the one that everybody means by SSIM. */
class SsimTest {

    private static final int WIDTH = 160;
    private static final int PIXELS = WIDTH * 90;

    @TempDir
    static Path folder;

    @Test
    void itCountsAsTheFilterDoes() throws Exception {
        try (Studio studio = new Studio(folder)) {
            Path clip = studio.clip("clip.mkv", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1,format=yuv420p", "-c:v", "ffv1");
            int[] first = luma(studio, clip, "null", 0);
            assertThat(Ssim.of(first, first, WIDTH)).isEqualTo(1);
            // what "ssim" prints for the same pairs
            assertThat(Ssim.of(first, luma(studio, clip, "null", 1), WIDTH)).isCloseTo(0.910952, within(1e-4));
            assertThat(Ssim.of(first, luma(studio, clip, "null", 5), WIDTH)).isCloseTo(0.792238, within(1e-4));
            assertThat(Ssim.of(first, luma(studio, clip, "gblur=sigma=1", 0), WIDTH)).isCloseTo(0.909824, within(1e-4));
        }
    }

    private static int[] luma(Studio studio, Path clip, String filter, int frame) throws Exception {
        byte[] all = studio.raw(clip, "-vf", filter + ",extractplanes=y", "-f", "rawvideo");
        byte[] one = Arrays.copyOfRange(all, frame * PIXELS, (frame + 1) * PIXELS);
        int[] luma = new int[PIXELS];
        Arrays.setAll(luma, i -> one[i] & 0xFF);
        return luma;
    }
}
