package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.FailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a picture or clip that is to lie over others. Like any file of a user it is untrusted: filters open it as what was found here and
 * as nothing else, and only as what opens no further files.
 */
final class MarkReader {

    private static final Set<String> KNOWN = Set.of("png_pipe", "jpeg_pipe", "webp_pipe", "bmp_pipe", "tiff_pipe", "gif", "apng",
            "mov", "matroska", "avi");
    private final Prober prober;

    MarkReader(Prober prober) {
        this.prober = prober;
    }

    SideFile read(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try {
            Media media = prober.probe(file);
            String demuxer = media.format().split(",")[0];
            Optional<Track.Video> picture = media.video().filter(v -> v.facts().decodable() && v.tileGroup().isEmpty());
            if (picture.filter(MarkReader::hidesAlpha).isPresent()) {
                return new SideFile.Unfit(FfmpegWords.UNSEEN_ALPHA.with(picture.get().codec().toUpperCase(Locale.ROOT)));
            }
            return picture.isPresent() && KNOWN.contains(demuxer)
                    ? new SideFile.Mark(demuxer, picture.get(), media)
                    : new SideFile.Unfit(FfmpegWords.NO_MARK.with());
        } catch (FailedException wrong) {
            return new SideFile.Unfit(wrong.failure().headline());
        }
    }

    /** VP8 and VP9 have it in a second picture, which only the decoders of libvpx read, and filters open films with others. */
    private static boolean hidesAlpha(Track.Video picture) {
        return "1".equals(picture.facts().tags().get("alpha_mode"));
    }
}
