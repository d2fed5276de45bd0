package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Map;

/**
 * What coding costs by formula, before anything was measured on a machine. Fitted to 18 clips of many cameras, sizes and codecs (2026-11,
 * ffmpeg 8.1.2, one x86 core): single clips lie by a factor of 1.4 from the times and of 2.3 from the sizes. CPU seconds for a million pixels;
 * bits for a pixel.
 */
final class Costs {

    /** At medium speed, or the only one. */
    private static final Map<String, Double> ENCODE = Map.ofEntries(Map.entry("libx264", 0.032), Map.entry("libx265", 0.059),
            Map.entry("libsvtav1", 0.025), Map.entry("libaom-av1", 0.4), Map.entry("libvpx-vp9", 0.06),
            Map.entry("libvpx", 0.04), Map.entry("prores_ks", 0.07), Map.entry("dnxhd", 0.012), Map.entry("ffv1", 0.02),
            Map.entry("ffvhuff", 0.005),
            Map.entry("mpeg2video", 0.012), Map.entry("mjpeg", 0.006), Map.entry("gif", 0.03), Map.entry("png", 0.06),
            Map.entry("libwebp", 0.15));
    private static final double OTHER_ENCODER = 0.02;
    /** A device of its own: the processor only brings the frames. */
    private static final double DEVICE = 0.003;
    private static final Map<String, Double> DECODE = Map.of("h264", 0.002, "hevc", 0.003, "av1", 0.006, "vp9", 0.003,
            "prores", 0.008, "mjpeg", 0.005, "ffv1", 0.02);
    private static final double OTHER_DECODER = 0.0015;

    /** From the quickest preset to the slowest. */
    private static final List<String> LADDER = List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow",
            "slower", "veryslow");
    private static final double[] X264 = {0.2, 0.27, 0.36, 0.6, 0.8, 1, 1.7, 3.2, 6};
    private static final double[] X265 = {0.3, 0.4, 0.5, 0.55, 0.7, 1, 2.2, 6, 10};
    /** SVT-AV1's step of medium speed; each slower one costs half as much again. */
    private static final int SVT_MEDIUM = 8;
    private static final double SVT_STEP = 1.5;

    /** Of filters that cost more than the decoding they follow; for a million pixels of what is decoded. */
    private static final Map<String, Double> FILTERS = Map.ofEntries(Map.entry("scale", 0.004), Map.entry("zscale", 0.015),
            Map.entry("tonemap", 0.02), Map.entry("nlmeans", 1.0), Map.entry("hqdn3d", 0.015), Map.entry("minterpolate", 1.5),
            Map.entry("bwdif", 0.01), Map.entry("yadif", 0.006), Map.entry("unsharp", 0.01), Map.entry("lut3d", 0.01),
            Map.entry("xpsnr", 0.015), Map.entry("ssim", 0.01), Map.entry("thumbnail", 0.004), Map.entry("palettegen", 0.01),
            Map.entry("paletteuse", 0.05), Map.entry("deshake", 0.05), Map.entry("idet", 0.004),
            Map.entry("cropdetect", 0.003), Map.entry("scdet", 0.006));

    /** Bits a pixel at the crf that looks alike. */
    private static final Map<String, Double> BITS = Map.of("libx264", 0.052, "libx265", 0.036, "libsvtav1", 0.034, "libaom-av1",
            0.03, "libvpx-vp9", 0.038, "prores_ks", 2.3, "dnxhd", 3.5, "ffv1", 8.0, "mpeg2video", 0.6, "mjpeg", 0.9);
    private static final double OTHER_BITS = 0.06;
    private static final double USUAL_CRF = 21;
    private static final double USUAL_AV1_CRF = 27;
    /** So many steps of crf double it. */
    private static final double DOUBLING = 6;
    private static final double AV1_DOUBLING = 8;

    /** What a codec's bits are worth, measured in those of H.264. */
    private static final Map<String, Double> WORTH = Map.of("hevc", 1.6, "av1", 2.0, "vp9", 1.5, "mpeg2video", 0.45, "mjpeg",
            0.12, "mpeg4", 0.7, "prores", 0.03, "dnxhd", 0.02, "ffv1", 0.01);
    private static final double COMMON_BITS = 0.06;
    private static final double LEAST_BITS = 1e-5;
    private static final double MOST_RATE = 120;
    static final double USUAL_RATE = 25;

    private Costs() {}

    static double decode(String codec) {
        return DECODE.getOrDefault(codec, OTHER_DECODER);
    }

    static double encode(String encoder, String speed) {
        boolean device = encoder.matches(".*_(nvenc|qsv|amf|videotoolbox|vaapi)");
        return device ? DEVICE : ENCODE.getOrDefault(encoder, OTHER_ENCODER) * slowness(encoder, speed);
    }

    private static double slowness(String encoder, String speed) {
        int step = LADDER.indexOf(speed);
        return switch (encoder) {
            case "libx264" -> step < 0 ? 1 : X264[step];
            case "libx265" -> step < 0 ? 1 : X265[step];
            case "libsvtav1" -> speed.matches("\\d+") ? Math.pow(SVT_STEP, SVT_MEDIUM - Integer.parseInt(speed)) : 1;
            case "libvpx-vp9", "libaom-av1" -> speed.matches("\\d") ? Math.pow(SVT_STEP, 3 - Integer.parseInt(speed)) : 1;
            default -> 1;
        };
    }

    static double filter(String name) {
        return FILTERS.getOrDefault(name, 0.0);
    }

    /** How much there is to see in a clip: 1 is common, from the bits that its own codec spends on a pixel. */
    static double busy(Media media) {
        return media.video().map(v -> Math.sqrt(bitsPerPixel(media, v) * WORTH.getOrDefault(v.codec(), 1.0) / COMMON_BITS))
                .map(busy -> Math.clamp(busy, 0.05, 3)).orElse(1.0);
    }

    /** What tracks say of their bit rate is often missing; where there is one picture, it is what the sounds leave of the file. */
    static double bitsPerPixel(Media media, Track.Video track) {
        double seconds = media.lengthUs().orElse(0) / (double) Time.SECOND;
        double sounds = media.all(Track.Audio.class).stream().mapToDouble(SoundCoder::bitrate).sum();
        double left = seconds > 0 ? media.bytes() * 8 / seconds - sounds : 0;
        boolean single = media.all(Track.Video.class).size() == 1 && left > 0;
        double bits = single ? left : track.facts().bitrate().map(b -> (double) b.bitsPerSecond()).orElse(0.0);
        double drawn = track.coded().pixels() * rate(track);
        return bits > 0 && drawn > 0 ? Math.max(bits / drawn, LEAST_BITS) : COMMON_BITS;
    }

    /** Frames a second, as far as they cost anything. */
    static double rate(Track.Video track) {
        return track.rate().map(r -> Math.min(MOST_RATE, r.perSecond().approximate())).orElse(USUAL_RATE);
    }

    /** Bits for a pixel of a common picture at this crf. */
    static double bits(String encoder, double crf) {
        boolean wide = encoder.contains("av1") || encoder.contains("vp9");
        double steps = wide ? (USUAL_AV1_CRF - crf) / AV1_DOUBLING : (USUAL_CRF - crf) / DOUBLING;
        return bits(encoder) * Math.pow(2, steps);
    }

    /** The same where nothing is chosen. */
    static double bits(String encoder) {
        return BITS.getOrDefault(encoder, OTHER_BITS);
    }
}
