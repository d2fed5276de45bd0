package io.reelbench.app.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tells most of a step: options that its summary names even while they have their defaults, and what it says while nothing was chosen.
 * It knows steps by name; of one it does not know the summary names what was given.
 */
final class Telling {

    private static final Map<String, List<String>> OPTIONS = Map.ofEntries(
            Map.entry("compress", List.of("video-codec", "quality")), Map.entry("proxy", List.of("codec", "resolution")),
            Map.entry("normalize", List.of("width", "height", "rate")), Map.entry("fade", List.of("in", "out")),
            Map.entry("deinterlace", List.of("method")), Map.entry("denoise", List.of("target")),
            Map.entry("frame-rate", List.of("rate")), Map.entry("tone-map", List.of("method")),
            Map.entry("contact-sheet", List.of("columns", "rows")), Map.entry("gif", List.of("width", "fps")),
            Map.entry("thumbnail", List.of("time", "format")), Map.entry("waveform", List.of("width", "height", "format")),
            Map.entry("detect", List.of("what", "format")), Map.entry("loudness-report", List.of("format")),
            Map.entry("convert-image", List.of("format")), Map.entry("convert-audio", List.of("format")),
            Map.entry("probe", List.of("format")), Map.entry("frames", List.of("format")),
            Map.entry("subtitle-extract", List.of("format")), Map.entry("mux", List.of("mode")));

    private static final Map<String, String> NOTHING = Map.ofEntries(Map.entry("transcode", "Copied where it can be"),
            Map.entry("metadata", "Nothing changed yet"), Map.entry("colour", "Nothing changed yet"),
            Map.entry("frame-rate", "Constant, as the source"), Map.entry("thumbnail", "At 10 % · JPEG"),
            Map.entry("trim", "Whole clip"), Map.entry("concat", "End to end, encoded where they differ"),
            Map.entry("speed", "No speed chosen"), Map.entry("volume", "No level chosen"),
            Map.entry("lut", "No table chosen"), Map.entry("overlay", "No picture chosen"), Map.entry("mux", "No file chosen"),
            Map.entry("subtitle-burn", "The file beside the clip"), Map.entry("scale", "No size chosen"),
            Map.entry("resize-image", "No size chosen"),
            Map.entry("rotate", "Not turned"), Map.entry("channels", "As they are"), Map.entry("extract-audio", "As it is"),
            Map.entry("crop", "Without black bars"), Map.entry("frames", "One a second · JPEG"),
            Map.entry("slice", "Not said where to cut"));

    private Telling() {}

    /** By name, in the order in which they are told. */
    static List<String> options(String op) {
        return OPTIONS.getOrDefault(op, List.of());
    }

    /** What a step says while it has its defaults alone. */
    static Optional<String> nothing(String op) {
        return Optional.ofNullable(NOTHING.get(op));
    }
}
