package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at a picture that is to become the cover of a clip. Like any file of a user it is untrusted. */
final class CoverReader {

    private static final int LARGEST = 32 << 20;
    private final Prober prober;

    CoverReader(Prober prober) {
        this.prober = prober;
    }

    SideFile read(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try {
            Media media = prober.probe(file.toAbsolutePath());
            boolean fits = media.still() && media.video().filter(v -> List.of("mjpeg", "png").contains(v.codec())).isPresent();
            return fits && media.bytes() <= LARGEST
                    ? new SideFile.Picture(media.video().get().codec(), media.video().get().upright(), media.bytes())
                    : new SideFile.Unfit(FfmpegWords.NO_COVER.with());
        } catch (FailedException wrong) {
            return new SideFile.Unfit(wrong.failure().headline());
        }
    }
}
