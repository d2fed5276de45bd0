package io.reelbench.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the installed ffmpeg and this machine can do; asked of the binary, never listed by us.
 *
 * @param version  ffmpeg's version line, for people
 * @param encoders by ffmpeg's name ({@code libx264}); hardware encoders only when a trial frame was really encoded
 * @param decoders ffmpeg's names of codecs that can be decoded
 * @param filters  names
 * @param muxers   names
 * @param demuxers names
 */
public record Capabilities(String version, Map<String, Encoder> encoders, Set<String> decoders, Set<String> filters,
        Set<String> muxers,
        Set<String> demuxers) {

    /**
     * One encoder.
     *
     * @param name         ffmpeg's name
     * @param pixelFormats that it takes, in its order; empty for sound
     * @param sampleRates  in Hz; empty when it takes any
     * @param layouts      channel layouts; empty when it takes any
     * @param sampleFormats of sound; empty for pictures
     * @param hardware     whether a device does the work
     */
    public record Encoder(String name, List<String> pixelFormats, List<Integer> sampleRates, List<String> layouts,
            List<String> sampleFormats,
            boolean hardware) {
    }

    public boolean canEncode(String encoder) {
        return encoders.containsKey(encoder);
    }
}
