package io.reelbench.engine.plan;

import io.reelbench.engine.plan.VideoCoding.Preset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of ffmpeg's encoders writes which codec, and how our one scale of quality and one ladder of speed become theirs. */
final class Encoders {

    /** Software first; then devices, in the order in which they are tried. */
    private static final Map<VideoCodec, List<String>> NAMES = Map.of(VideoCodec.H264,
            List.of("libx264", "h264_videotoolbox", "h264_nvenc", "h264_qsv", "h264_amf", "h264_mf"),
            VideoCodec.H265,
            List.of("libx265", "hevc_videotoolbox", "hevc_nvenc", "hevc_qsv", "hevc_amf", "hevc_mf"), VideoCodec.AV1,
            List.of("libsvtav1", "av1_nvenc", "av1_qsv", "av1_amf", "libaom-av1"), VideoCodec.VP9,
            List.of("libvpx-vp9", "vp9_qsv"), VideoCodec.PRORES, List.of("prores_ks"),
            VideoCodec.DNXHR, List.of("dnxhd"), VideoCodec.FFV1, List.of("ffv1"), VideoCodec.MPEG2, List.of("mpeg2video"),
            VideoCodec.MJPEG, List.of("mjpeg"));

    private static final String[] SVT = {"12", "11", "10", "9", "8", "6", "5", "4", "2"};
    private static final String[] VPX = {"5", "5", "5", "4", "3", "2", "1", "1", "0"};
    private static final String[] NVENC = {"p1", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p7"};
    private static final String[] QSV = {"veryfast", "veryfast", "veryfast", "faster", "fast", "medium", "slow", "slower",
            "veryslow"};

    private Encoders() {}

    static String software(VideoCodec codec) {
        return NAMES.get(codec).getFirst();
    }

    static Optional<String> hardware(VideoCodec codec, Capabilities can) {
        return NAMES.get(codec).stream().filter(name -> can.canEncode(name) && can.encoders().get(name).hardware()).findFirst();
    }

    /** Whether it is one of those that need no device. */
    static boolean isSoftware(String encoder) {
        return encoder.startsWith("lib") || NAMES.values().stream().anyMatch(names -> names.getFirst().equals(encoder));
    }

    static boolean writes(String encoder, VideoCodec codec) {
        return NAMES.get(codec).contains(encoder);
    }

    /** The largest crf of a codec, the smallest being 0; empty when it has none. */
    static Optional<Integer> mostCrf(VideoCodec codec) {
        return switch (codec) {
            case H264, H265 -> Optional.of(51);
            case AV1, VP9 -> Optional.of(63);
            default -> Optional.empty();
        };
    }

    /** The arguments of a speed. */
    static List<String> speed(String encoder, Preset preset) {
        int step = preset.ordinal();
        String word = preset.name().toLowerCase(java.util.Locale.ROOT);
        return switch (encoder) {
            case "libx264", "libx265" -> List.of("-preset", word);
            case "libsvtav1" -> List.of("-preset", SVT[step]);
            case "libvpx-vp9" -> List.of("-deadline", "good", "-cpu-used", VPX[step], "-row-mt", "1");
            case "libaom-av1" -> List.of("-cpu-used", VPX[step], "-row-mt", "1");
            case String nvenc when nvenc.endsWith("_nvenc") -> List.of("-preset", NVENC[step]);
            case String qsv when qsv.endsWith("_qsv") -> List.of("-preset", QSV[step]);
            default -> List.of();
        };
    }

    static String decimal(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
