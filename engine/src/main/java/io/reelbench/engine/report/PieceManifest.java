package io.reelbench.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list beside the pieces of a film.
 *
 * @param source name of the clip
 * @param cut    where it was cut
 */
public record PieceManifest(String source, Cut cut, List<Row> pieces) {

    /** Where cuts were made. */
    public enum Cut {
        KEYFRAMES, FRAMES, PACKETS, SAMPLES;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its name in the folder. */
    public static final String NAME = "manifest.json";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One piece. Times are in microseconds.
     *
     * @param file      its name
     * @param startUs   on the timeline that was cut
     * @param endUs     the moment after its last
     * @param lengthUs  as it was counted
     * @param packets   of its picture, or of its sound where it has none
     * @param timecode  of its first frame
     * @param first     name of its first frame as a picture
     * @param thumbnail name of the small one
     * @param title     of the chapter that it is
     */
    public record Row(String file, long startUs, OptionalLong endUs, long lengthUs, long packets, long bytes,
            Optional<String> timecode, Optional<String> first, Optional<String> thumbnail, Optional<String> title) {
    }

    /** As it is written. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("source", source).put("cut", cut.word());
        var list = root.putArray("pieces");
        for (Row row : pieces) {
            ObjectNode piece = list.addObject().put("file", row.file).put("start", JsonFields.exact(row.startUs));
            piece.put("end", row.endUs.isPresent() ? JsonFields.exact(row.endUs.getAsLong()) : null);
            piece.put("length", JsonFields.exact(row.lengthUs)).put(counted(), row.packets).put("bytes", row.bytes);
            put(piece, "timecode", row.timecode);
            put(piece, "first", row.first);
            put(piece, "thumbnail", row.thumbnail);
            put(piece, "title", row.title);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** What is counted: frames, where there is a picture. */
    private String counted() {
        return cut == Cut.KEYFRAMES || cut == Cut.FRAMES ? "frames" : "packets";
    }

    private static void put(ObjectNode piece, String name, Optional<String> value) {
        value.ifPresent(v -> piece.put(name, v));
    }

    /** Empty for what is none. */
    public static Optional<PieceManifest> read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            List<Row> rows = new ArrayList<>();
            for (JsonNode piece : root.path("pieces")) {
                OptionalLong end = piece.path("end").isNumber() ? OptionalLong.of(micros(piece, "end")) : OptionalLong.empty();
                rows.add(new Row(piece.path("file").asString(""), micros(piece, "start"), end, micros(piece, "length"),
                        piece.path("frames").asLong(piece.path("packets").asLong(0)), piece.path("bytes").asLong(-1),
                        word(piece, "timecode"), word(piece, "first"), word(piece, "thumbnail"), word(piece, "title")));
            }
            String word = root.path("cut").asString("");
            return Arrays.stream(Cut.values()).filter(c -> c.word().equals(word)).findFirst()
                    .map(cut -> new PieceManifest(root.path("source").asString(""), cut, List.copyOf(rows)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static long micros(JsonNode piece, String name) {
        return piece.path(name).decimalValue(java.math.BigDecimal.ZERO).movePointRight(6).longValue();
    }

    private static Optional<String> word(JsonNode piece, String name) {
        return Optional.of(piece.path(name).asString("")).filter(w -> !w.isEmpty());
    }
}
