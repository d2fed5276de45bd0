package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Capabilities;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the lists that ffmpeg prints about itself. */
final class CapabilityLists {

    private static final Pattern ENCODER = Pattern.compile("(?m)^ ([VAS])[A-Z.]{5} (\\S+) +(.*)$");
    private static final Pattern OF_CODEC = Pattern.compile(".*\\(codec (\\S+)\\)$");
    private static final Pattern CODEC = Pattern.compile("(?m)^ D[A-Z.]{5} (\\S+) ");
    private static final Pattern FILTER = Pattern.compile("(?m)^ [T.][S.]\\S? (\\S+) +\\S+->\\S+ ");
    private static final Pattern FORMAT = Pattern.compile("(?m)^ [D ][E ][d ] (\\S+) ");

    /** What people deliver in. Asking each of the two hundred encoders would take seconds. */
    private static final Set<String> DELIVERED = Set.of("h264", "hevc", "av1", "vp8", "vp9", "mpeg4", "mpeg2video", "mjpeg",
            "prores",
            "dnxhd", "ffv1", "gif", "apng", "png", "webp", "tiff", "bmp", "jpegxl", "rawvideo", "huffyuv", "utvideo", "v210",
            "cfhd",
            "qtrle", "theora", "aac", "mp3", "opus", "vorbis", "flac", "alac", "ac3", "eac3", "mp2", "wavpack", "pcm_s16le",
            "pcm_s24le",
            "pcm_s32le", "pcm_f32le", "pcm_s16be", "pcm_s24be", "amr_nb", "amr_wb");

    /** An encoder as the list of encoders has it. */
    record Listed(String name, String codec) {
        boolean isOfUse() {
            return DELIVERED.contains(codec);
        }
    }

    private CapabilityLists() {}

    static List<Listed> encoders(String list) {
        return ENCODER.matcher(list).results().filter(e -> !e.group(2).equals("=")).map(CapabilityLists::listed).toList();
    }

    private static Listed listed(MatchResult encoder) {
        var codec = OF_CODEC.matcher(encoder.group(3));
        return new Listed(encoder.group(2), codec.matches() ? codec.group(1) : encoder.group(2));
    }

    static Set<String> decodable(String codecs) {
        return names(CODEC, codecs).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> filters(String list) {
        return names(FILTER, list).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Muxers or demuxers. One that has several names is found under each. */
    static Set<String> formats(String list) {
        return names(FORMAT, list).flatMap(n -> Stream.of(n.split(","))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Pattern pattern, String list) {
        return pattern.matcher(list).results().map(f -> f.group(1)).filter(n -> !n.equals("="));
    }

    /** Reads what {@code -h encoder=…} prints. */
    static Capabilities.Encoder encoder(String name, String help) {
        Set<String> capabilities = Set.copyOf(words(help, "General capabilities"));
        return new Capabilities.Encoder(name, words(help, "Supported pixel formats"),
                words(help, "Supported sample rates").stream().map(Integer::valueOf).toList(),
                words(help, "Supported channel layouts"),
                words(help, "Supported sample formats"), capabilities.contains("hardware") || capabilities.contains("hybrid"));
    }

    private static List<String> words(String help, String heading) {
        return help.lines().map(String::strip).filter(l -> l.startsWith(heading + ":"))
                .flatMap(l -> Stream.of(l.substring(heading.length() + 1).strip().split("\\s+"))).filter(w -> !w.isEmpty())
                .distinct().toList();
    }
}
