package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Track.PixelFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * All pixel formats that ffmpeg knows, as it describes them itself.
 *
 * @param byName by ffmpeg's name
 */
record PixelFormats(Map<String, PixelFormat> byName) {

    private static final PixelFormat UNKNOWN = new PixelFormat("unknown", 0, 0, false, false);

    /** Reads the answer of {@code ffprobe -show_pixel_formats}. */
    static PixelFormats of(JsonNode answer) {
        Map<String, PixelFormat> all = new TreeMap<>();
        answer.path("pixel_formats").values().forEach(f -> all.put(f.path("name").asString(""), read(f)));
        return new PixelFormats(Map.copyOf(all));
    }

    PixelFormat named(String name) {
        return byName.getOrDefault(name, UNKNOWN);
    }

    private static PixelFormat read(JsonNode format) {
        JsonNode flags = format.path("flags");
        int bits = format.path("components").values().stream().mapToInt(c -> c.path("bit_depth").asInt(0)).max().orElse(0);
        return new PixelFormat(format.path("name").asString(""), bits, chroma(format), isSet(flags, "rgb"),
                isSet(flags, "alpha"));
    }

    private static int chroma(JsonNode format) {
        JsonNode flags = format.path("flags");
        int components = format.path("nb_components").asInt(0) - (isSet(flags, "alpha") ? 1 : 0);
        if (isSet(flags, "rgb") || isSet(flags, "palette")) {
            return 444;
        } else if (components == 1) {
            return 400;
        }
        return switch (format.path("log2_chroma_w").asString("-") + format.path("log2_chroma_h").asString("-")) {
            case "11" -> 420;
            case "10" -> 422;
            case "00" -> 444;
            default -> 0;
        };
    }

    private static boolean isSet(JsonNode flags, String name) {
        return flags.path(name).asInt(0) == 1;
    }
}
