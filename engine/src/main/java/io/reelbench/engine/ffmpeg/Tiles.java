package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Track;
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
                .ifPresent(v -> joined.addFirst(whole(v, grid, group.get().path("index").asInt(0))));
        return joined;
    }

    private static JsonNode whole(JsonNode tile, JsonNode grid, int group) {
        ObjectNode picture = (ObjectNode) tile.deepCopy();
        picture.set("width", grid.path("width"));
        picture.set("height", grid.path("height"));
        picture.withObjectProperty("disposition").put(Track.Video.TILES + group, 1);
        if (grid.has("side_data_list")) {
            picture.set("side_data_list", grid.path("side_data_list"));
        }
        return picture;
    }
}
