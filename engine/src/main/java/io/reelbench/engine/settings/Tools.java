package io.reelbench.engine.settings;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The programs that do the work.
 *
 * @param ffmpeg another than the one that comes along
 * @param frames memory for decoded frames in the decoder
 */
public record Tools(
        @Ask(value = "ffmpeg", help = "Another than the one that comes along, with its ffprobe beside it. From the next start on.") Optional<Path> ffmpeg,
        @Ask(value = "Memory for frames", help = "Decoded pictures at hand, for steps back and for changes of the recipe.", min = 64_000_000, max = 16e9, from = 100_000_000, to = 2e9) Bytes frames) {

    public Tools() {
        this(Optional.empty(), new Bytes(200_000_000));
    }
}
