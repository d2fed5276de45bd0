package io.reelbench.engine.ffmpeg;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Phones store a photo (HEIC, AVIF) as dozens of tiles, each a stream of its own, and a group that says how they lie together. ffmpeg puts
 * them together when its group is named; for us they are one picture: the first tile's facts with the whole size.
 */
final class Tiles {

    /** The tag under which the picture's track names its group; ffmpeg's filter graphs take the whole picture as {@code [0:g:N]} and in no other way. */
    static final String GROUP = "stream_group";

    private Tiles() {}

    /** The video streams, with each group of tiles as one of them. */
    static Collection<JsonNode> joined(Answer answer) {
        List<JsonNode> videos = answer.streams().stream().filter(s -> s.path("codec_type").asString("").equals("video")).toList();
        Optional<JsonNode> group = answer.root().path("stream_groups").values().stream()
                .filter(g -> g.path("type").asString("").equals("Tile Grid")).findFirst();
        if (group.isEmpty()) {
            return videos;
        }
        JsonNode grid = group.get().path("components").path(0);
        Set<Integer> tiles = grid.path("subcomponents").values().stream().map(t -> t.path("stream_index").asInt(-1))
                .collect(Collectors.toSet());
        List<JsonNode> joined = new ArrayList<>(videos.stream().filter(v -> !tiles.contains(v.path("index").asInt(-1))).toList());
        videos.stream().filter(v -> tiles.contains(v.path("index").asInt(-1))).findFirst()
                .ifPresent(v -> joined.addFirst(whole(v, group.get())));
        return joined;
    }

    private static JsonNode whole(JsonNode tile, JsonNode group) {
        JsonNode grid = group.path("components").path(0);
        ObjectNode picture = (ObjectNode) tile.deepCopy();
        picture.withObjectProperty("tags").put(GROUP, group.path("index").asString("0"));
        picture.set("width", grid.path("width"));
        picture.set("height", grid.path("height"));
        if (grid.has("side_data_list")) {
            picture.set("side_data_list", grid.path("side_data_list"));
        }
        return picture;
    }
}
