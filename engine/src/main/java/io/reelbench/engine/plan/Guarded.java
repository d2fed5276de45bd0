package io.reelbench.engine.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The allow-lists that every probe and every run carries: which protocols and which demuxers ffmpeg may use for an input. Playlists,
 * scripts and devices are absent on purpose: with ffmpeg's defaults a text file named {@code .mp4} can make it open other files.
 */
public final class Guarded {

    /** Demuxers of clips, sounds, pictures and subtitles, by ffmpeg's names. */
    public static final String DEMUXERS = String.join(",", "mov", "matroska", "avi", "flv", "asf", "mpeg", "mpegts", "mpegvideo",
            "m4v", "h264", "hevc",
            "vvc", "av1", "obu", "ivf", "dv", "mxf", "gxf", "rm", "nut", "ogg", "wav", "w64", "aiff", "caf", "au", "flac", "mp3",
            "aac", "ac3", "eac3", "dts",
            "truehd", "amr", "amrnb", "amrwb", "ape", "wv", "tta", "mpc", "mpc8", "dsf", "iff", "tak", "oma", "aa", "aax", "opus",
            "webm", "mp4", "yuv4mpegpipe",
            "cine", "r3d", "bink", "smk", "nsv", "roq", "swf", "wtv", "mpegtsraw", "gif", "apng", "image2", "png_pipe",
            "jpeg_pipe", "jpegls_pipe", "webp_pipe",
            "tiff_pipe", "bmp_pipe", "dpx_pipe", "exr_pipe", "psd_pipe", "pam_pipe", "pbm_pipe", "pgm_pipe", "ppm_pipe",
            "pgmyuv_pipe", "sgi_pipe", "qoi_pipe", "hdr_pipe", "j2k_pipe",
            "jpegxl_pipe", "jpegxl_anim", "svg_pipe", "ico", "pcx_pipe", "sunrast_pipe", "xbm_pipe", "srt", "ass", "webvtt",
            "sup", "vobsub", "microdvd", "subviewer", "sami",
            "ttml", "scc", "lrc", "mpl2", "stl");

    /** No single piece of memory may be larger, in bytes: a frame of 16384 × 16384 fits. */
    private static final String LARGEST_PIECE = Long.toString(1L << 30);

    private Guarded() {}

    /** The arguments of an output with a bound of memory before them, for a run whose filters nobody of us wrote. */
    static List<String> bounded(List<String> arguments) {
        return Stream.concat(Stream.of("-max_alloc", LARGEST_PIECE), arguments.stream()).toList();
    }

    /** The options that stand before an input file. The task's own lists, and nothing else, may be opened as ffconcat. */
    static List<String> beforeInput(Command.Input input) {
        int format = input.arguments().indexOf("-f");
        String forced = format < 0 ? "" : input.arguments().get(format + 1);
        boolean ownList = input.file() instanceof Ref.Scratch
                && (forced.equals("concat") || forced.equals("ffmetadata") || forced.equals("rawvideo"));
        boolean generated = forced.equals("lavfi");
        if (generated) {
            return List.of();
        }
        return List.of("-protocol_whitelist", "file", "-format_whitelist", ownList ? DEMUXERS + "," + forced : DEMUXERS);
    }
}
