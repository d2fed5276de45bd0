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

    private static final Map<String, RecipeWords> NOTHING = Map.ofEntries(Map.entry("transcode", RecipeWords.COPIED_WHERE_IT_CAN),
            Map.entry("metadata", RecipeWords.NOTHING_CHANGED), Map.entry("colour", RecipeWords.NOTHING_CHANGED),
            Map.entry("frame-rate", RecipeWords.CONSTANT), Map.entry("thumbnail", RecipeWords.AT_TENTH),
            Map.entry("trim", RecipeWords.WHOLE_CLIP), Map.entry("concat", RecipeWords.END_TO_END),
            Map.entry("speed", RecipeWords.NO_SPEED), Map.entry("volume", RecipeWords.NO_LEVEL),
            Map.entry("lut", RecipeWords.NO_TABLE), Map.entry("overlay", RecipeWords.NO_PICTURE),
            Map.entry("mux", RecipeWords.NO_FILE),
            Map.entry("subtitle-burn", RecipeWords.FILE_BESIDE), Map.entry("scale", RecipeWords.NO_SIZE),
            Map.entry("resize-image", RecipeWords.NO_SIZE),
            Map.entry("rotate", RecipeWords.NOT_TURNED), Map.entry("channels", RecipeWords.AS_THEY_ARE),
            Map.entry("extract-audio", RecipeWords.AS_IT_IS),
            Map.entry("crop", RecipeWords.WITHOUT_BARS), Map.entry("frames", RecipeWords.ONE_A_SECOND),
            Map.entry("slice", RecipeWords.NO_CUT));

    private Telling() {}

    /** By name, in the order in which they are told. */
    static List<String> options(String op) {
        return OPTIONS.getOrDefault(op, List.of());
    }

    /** What a step says while it has its defaults alone. */
    static Optional<String> nothing(String op) {
        return Optional.ofNullable(NOTHING.get(op)).map(RecipeWords::say);
    }
}
