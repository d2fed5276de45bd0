package io.reelbench.engine.plan;

import io.reelbench.engine.media.Track;
import java.util.List;

/**
 * What was decided for one sound track of one file.
 *
 * @param heard     the track as the edit made it
 * @param copy      whether it is copied
 * @param arguments of its encoder, with {@code #} where the number of the track in the file belongs
 * @param filters   what the encoder needs
 * @param codec     ffmpeg's name of the codec that the file will have
 * @param bitrate   bits per second that it is expected to take
 */
record SoundOut(Heard heard, boolean copy, List<String> arguments, List<Filter> filters, String codec, long bitrate) {

    Track.Audio track() {
        return heard.here();
    }
}
