package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the installed ffmpeg and this machine can do; asked of the binary, never listed by us.
 *
 * @param version  ffmpeg's version line, for people
 * @param encoders by ffmpeg's name ({@code libx264}); hardware encoders only once a trial frame was really encoded
 * @param decoders ffmpeg's names of codecs that can be decoded
 * @param filters  names
 * @param muxers   names
 * @param demuxers names
 * @param unfit    hardware encoders that were tried here and do not work, with the reason
 */
public record Capabilities(String version, Map<String, Encoder> encoders, Set<String> decoders, Set<String> filters,
        Set<String> muxers,
        Set<String> demuxers, Map<String, Text> unfit) {

    public Capabilities {
        unfit = unfit == null ? Map.of() : unfit;
    }

    /** Without any device that was tried. */
    public Capabilities(String version, Map<String, Encoder> encoders, Set<String> decoders, Set<String> filters,
            Set<String> muxers, Set<String> demuxers) {
        this(version, encoders, decoders, filters, muxers, demuxers, Map.of());
    }

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

    /** The same with devices that were tried. */
    public Capabilities with(Map<String, Encoder> devices, Map<String, Text> broken) {
        Map<String, Encoder> all = new TreeMap<>(encoders);
        all.putAll(devices);
        return new Capabilities(version, all, decoders, filters, muxers, demuxers, broken);
    }

    public boolean canEncode(String encoder) {
        return encoders.containsKey(encoder);
    }
}
