package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.plan.Capabilities.Encoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was kept of ffmpeg's capabilities, field by field: each start of the program does, and Jackson's way of finding the fields out
 * would take as long as opening the queue.
 */
final class KeptCapabilities {

    private KeptCapabilities() {}

    static CapabilityReader.Said read(JsonNode written) {
        JsonNode can = written.required("can");
        Map<String, Encoder> encoders = new TreeMap<>();
        can.required("encoders").forEachEntry((name, encoder) -> encoders.put(name, encoder(encoder)));
        return new CapabilityReader.Said(
                new Capabilities(can.required("version").asString(), encoders, set(can, "decoders"), set(can, "filters"),
                        set(can, "muxers"), set(can, "demuxers")),
                written.required("devices").valueStream().map(KeptCapabilities::encoder).toList());
    }

    private static Encoder encoder(JsonNode written) {
        return new Encoder(written.required("name").asString(), list(written, "pixelFormats"),
                written.required("sampleRates").valueStream().map(JsonNode::asInt).toList(), list(written, "layouts"),
                list(written, "sampleFormats"), written.required("hardware").asBoolean());
    }

    private static List<String> list(JsonNode of, String name) {
        return of.required(name).valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> set(JsonNode of, String name) {
        return new TreeSet<>(list(of, name));
    }
}
