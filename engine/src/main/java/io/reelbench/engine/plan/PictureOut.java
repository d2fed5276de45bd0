package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for the picture of one file.
 *
 * @param track     the source's track
 * @param here      the same as it is behind all filters
 * @param encode    null when it is copied
 * @param codec     ffmpeg's name of the codec that the file will have
 * @param splice    how it is put together of copied and encoded pieces; empty when it is not
 */
record PictureOut(Track.Video track, Track.Video here, Encode encode, String codec, Optional<Splice> splice) {

    PictureOut(Track.Video track, Track.Video here, Encode encode, String codec) {
        this(track, here, encode, codec, Optional.empty());
    }

    /**
     * How it is encoded.
     *
     * @param encoder   ffmpeg's name
     * @param arguments all but those of the passes
     * @param filters   what the encoder needs behind the edit's own filters
     * @param size      what comes out, upright
     * @param passes    whether the clip is looked at twice
     */
    record Encode(String encoder, List<String> arguments, List<Filter> filters, Size size, boolean passes) {
    }

    boolean isCopy() {
        return encode == null;
    }
}
