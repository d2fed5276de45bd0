package io.reelbench.engine.media;

import java.util.Locale;
import java.util.Map;

/** What people call a codec that ffmpeg has another name for. */
public final class CodecName {

    private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("h261", "H.261"), Map.entry("h263", "H.263"),
            Map.entry("h264", "H.264"), Map.entry("hevc", "HEVC"),
            Map.entry("vvc", "VVC"), Map.entry("av1", "AV1"), Map.entry("vp8", "VP8"), Map.entry("vp9", "VP9"),
            Map.entry("mpeg1video", "MPEG-1"), Map.entry("mpeg2video", "MPEG-2"), Map.entry("mpeg4", "MPEG-4"),
            Map.entry("msmpeg4v1", "MS MPEG-4"), Map.entry("msmpeg4v2", "MS MPEG-4"), Map.entry("msmpeg4v3", "DivX 3"),
            Map.entry("prores", "ProRes"), Map.entry("prores_raw", "ProRes RAW"), Map.entry("dnxhd", "DNxHD"),
            Map.entry("cfhd", "CineForm"), Map.entry("mjpeg", "JPEG"), Map.entry("jpeg2000", "JPEG 2000"),
            Map.entry("jpegls", "JPEG-LS"), Map.entry("jpegxl", "JPEG XL"),
            Map.entry("qtrle", "Animation"), Map.entry("ffv1", "FFV1"),
            Map.entry("huffyuv", "HuffYUV"), Map.entry("utvideo", "Ut Video"), Map.entry("dvvideo", "DV"),
            Map.entry("theora", "Theora"), Map.entry("wmv1", "WMV 7"), Map.entry("wmv2", "WMV 8"), Map.entry("wmv3", "WMV 9"),
            Map.entry("vc1", "VC-1"), Map.entry("flv1", "Sorenson H.263"), Map.entry("svq1", "Sorenson 1"),
            Map.entry("svq3", "Sorenson 3"), Map.entry("cinepak", "Cinepak"), Map.entry("aac", "AAC"),
            Map.entry("aac_latm", "AAC"), Map.entry("mp1", "MP1"), Map.entry("mp2", "MP2"), Map.entry("mp3", "MP3"),
            Map.entry("ac3", "Dolby Digital"), Map.entry("eac3", "Dolby Digital+"), Map.entry("truehd", "Dolby TrueHD"),
            Map.entry("dts", "DTS"), Map.entry("opus", "Opus"), Map.entry("vorbis", "Vorbis"), Map.entry("flac", "FLAC"),
            Map.entry("alac", "Apple Lossless"), Map.entry("ape", "Monkey's Audio"), Map.entry("wavpack", "WavPack"),
            Map.entry("tta", "True Audio"), Map.entry("wmav1", "WMA"), Map.entry("wmav2", "WMA"),
            Map.entry("wmapro", "WMA Pro"), Map.entry("wmalossless", "WMA Lossless"), Map.entry("speex", "Speex"),
            Map.entry("amr_nb", "AMR"), Map.entry("amr_wb", "AMR-WB"), Map.entry("subrip", "SubRip"),
            Map.entry("webvtt", "WebVTT"), Map.entry("hdmv_pgs_subtitle", "PGS"),
            Map.entry("dvd_subtitle", "VobSub"), Map.entry("dvb_subtitle", "DVB"), Map.entry("webp", "WebP"),
            Map.entry("tiff", "TIFF"), Map.entry("targa", "TGA"), Map.entry("exr", "OpenEXR"));

    private CodecName() {}

    /** {@code h264} is H.264, any kind of PCM is PCM; what has no better name is written in capitals. */
    public static String of(Track track) {
        String codec = track.codec();
        if (codec.startsWith("pcm_")) {
            return "PCM";
        } else if (codec.startsWith("adpcm_")) {
            return "ADPCM";
        }
        return switch (codec) {
            case "unknown" -> MediaWords.UNKNOWN_CODEC.say();
            case "rawvideo", "v210" -> MediaWords.UNCOMPRESSED.say();
            case "mov_text" -> MediaWords.MP4_TEXT.say();
            default -> KNOWN.getOrDefault(codec, codec.toUpperCase(Locale.ROOT).replace('_', ' '));
        };
    }
}
