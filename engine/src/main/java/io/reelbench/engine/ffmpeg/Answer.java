package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What ffprobe answered: its JSON and its complaints.
 *
 * @param root       the document; missing when it was none
 * @param complaints standard error
 * @param packets    the first packets of the file, those without a time left out
 * @param timeless   tracks of which some packets have no time
 * @param whole      whether these are all
 */
record Answer(JsonNode root, String complaints, List<Packet> packets, Set<Integer> timeless, boolean whole) {

    /** So many packets are read to learn the rhythm of the pictures; about four seconds of a film. It costs 3 ms. */
    static final int PACKETS = 300;
    private static final Pattern NO_DECODER = Pattern.compile("Unsupported codec with id \\d+ for input stream (\\d+)");

    /**
     * @param pts      in ticks of the track's timebase
     * @param duration in ticks; 0 when unknown
     * @param hidden   whether a player drops it (edit list)
     */
    record Packet(int track, long pts, long duration, boolean key, boolean hidden, boolean encrypted) {
    }

    static Answer of(JsonMapper json, Captured said) {
        JsonNode root = parsed(json, said.bytes());
        Collection<JsonNode> nodes = root.path("packets").values();
        List<Packet> packets = new ArrayList<>();
        Set<Integer> timeless = new HashSet<>();
        for (JsonNode node : nodes) {
            if (node.has("pts")) {
                packets.add(packet(node));
            } else {
                timeless.add(node.path("stream_index").asInt(-1));
            }
        }
        boolean whole = nodes.size() < PACKETS && !said.err().contains("partial file");
        return new Answer(root, said.err(), List.copyOf(packets), Set.copyOf(timeless), whole);
    }

    private static JsonNode parsed(JsonMapper json, byte[] bytes) {
        try {
            JsonNode root = json.readTree(bytes);
            return root == null ? MissingNode.getInstance() : root;
        } catch (JacksonException cutShort) {
            return MissingNode.getInstance();
        }
    }

    private static Packet packet(JsonNode node) {
        String flags = node.path("flags").asString("");
        boolean encrypted = node.path("side_data_list").values().stream()
                .anyMatch(s -> s.path("side_data_type").asString("").equals("Encryption info"));
        return new Packet(node.path("stream_index").asInt(-1), node.path("pts").asLong(0), node.path("duration").asLong(0),
                flags.startsWith("K"), flags.contains("D"), encrypted);
    }

    JsonNode format() {
        return root.path("format");
    }

    Collection<JsonNode> streams() {
        return root.path("streams").values();
    }

    Fraction timebase(int track) {
        return streams().stream().filter(s -> s.path("index").asInt(-1) == track).findFirst()
                .flatMap(s -> Numbers.ratio(s.path("time_base"))).orElse(Fraction.ONE);
    }

    List<Packet> packetsOf(int track) {
        return packets.stream().filter(p -> p.track == track).toList();
    }

    /** Tracks for which ffprobe found no decoder. */
    Set<Integer> undecodable() {
        Set<Integer> tracks = new HashSet<>();
        Matcher found = NO_DECODER.matcher(complaints);
        while (found.find()) {
            tracks.add(Integer.parseInt(found.group(1)));
        }
        return tracks;
    }

    boolean complainsOf(String words) {
        return complaints.contains(words);
    }

    /** Tags with their names in lower case; containers spell them as they like. */
    static Map<String, String> tags(JsonNode of) {
        Map<String, String> tags = new TreeMap<>();
        of.path("tags").properties()
                .forEach(t -> tags.put(t.getKey().toLowerCase(java.util.Locale.ROOT), t.getValue().asString("")));
        return tags;
    }

    /** The first side data of a kind; missing when there is none. */
    static JsonNode sideData(JsonNode of, String kind) {
        return of.path("side_data_list").values().stream()
                .filter(s -> s.path("side_data_type").asString("").equalsIgnoreCase(kind))
                .findFirst().orElse(MissingNode.getInstance());
    }
}
