package io.reelbench.engine.ffmpeg;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the first bytes say. Two things must be known before ffprobe looks: whether it is a list of other files in disguise, and
 * whether it is a picture, because ffmpeg takes a picture's name with {@code %03d} in it for a whole numbered sequence unless the
 * demuxer is named.
 */
final class Sniff {

    /** @param magic one character a byte; ? stands for any */
    private record Sign(String magic, String demuxer) {
        boolean on(String head) {
            if (head.length() < magic.length()) {
                return false;
            }
            for (int i = 0; i < magic.length(); i++) {
                if (magic.charAt(i) != '?' && magic.charAt(i) != head.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Sign> PICTURES = List.of(new Sign("\u00FF\u00D8\u00FF\u00F7", "jpegls_pipe"),
            new Sign("\u00FF\u00D8\u00FF", "jpeg_pipe"), new Sign("\u0089PNG\r\n", "png_pipe"), new Sign("GIF8", "gif"),
            new Sign("RIFF????WEBP", "webp_pipe"), new Sign("II*\0", "tiff_pipe"), new Sign("MM\0*", "tiff_pipe"),
            new Sign("8BPS", "psd_pipe"), new Sign("\u0076\u002F\u0031\u0001", "exr_pipe"), new Sign("SDPX", "dpx_pipe"),
            new Sign("XPDS", "dpx_pipe"), new Sign("qoif", "qoi_pipe"), new Sign("#?RADIANCE", "hdr_pipe"),
            new Sign("\0\0\0\fjP  ", "j2k_pipe"), new Sign("\u00FFO\u00FFQ", "j2k_pipe"), new Sign("\0\0\0\fJXL ", "jpegxl_pipe"),
            new Sign("BM????\0\0\0\0", "bmp_pipe"));

    private static final List<String> LISTS = List.of("#extm3u", "ffconcat", "[playlist]", "<asx", "<mpd", "<smil", "<?wpl",
            "<smoothstreamingmedia", "<playlist", "[reference]");

    private Sniff() {}

    /** Whether opening it would open other files. */
    static boolean isList(String head) {
        String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        String text = start.substring(0, Math.min(4096, start.length())).stripLeading().toLowerCase(Locale.ROOT);
        boolean xml = text.startsWith("<?xml") || text.startsWith("<!--");
        return LISTS.stream().anyMatch(l -> text.startsWith(l) || xml && l.startsWith("<") && text.contains(l));
    }

    /** The demuxer that must be named for it. */
    static Optional<String> picture(String head) {
        Optional<String> demuxer = PICTURES.stream().filter(s -> s.on(head)).map(Sign::demuxer).findFirst();
        boolean moves = head.contains("acTL") && head.indexOf("acTL") < 4096;
        return demuxer.map(d -> d.equals("png_pipe") && moves ? "apng" : d);
    }

    static boolean isAnimatedWebp(String head) {
        return head.startsWith("WEBPVP8X", 8) && head.length() > 20 && (head.charAt(20) & 2) != 0;
    }

    /** Whether it looks like text that a person wrote. */
    static boolean isText(String head) {
        return head.chars().limit(4096).allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f');
    }
}
