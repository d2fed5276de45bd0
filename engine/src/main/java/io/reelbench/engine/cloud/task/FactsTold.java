package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Yield.Fact;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts that a service told, under the names that a report made here has. What it does not tell is null; nothing is made up. */
final class FactsTold {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Fact, JsonPointer> places;
    private final JsonNode told;
    private final ObjectNode report = JSON.createObjectNode();

    private FactsTold(Map<Fact, JsonPointer> places, JsonNode told) {
        this.places = places;
        this.told = told;
    }

    /**
     * The report's text; ends with a line break.
     *
     * @param places of the facts
     */
    static String report(Map<Fact, JsonPointer> places, JsonNode told, Path clip) {
        ObjectNode report = new FactsTold(places, told).report(clip);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private ObjectNode report(Path clip) {
        report.put("file", clip.toString());
        word(Fact.FORMAT, "formatName");
        number(Fact.SECONDS, "durationSeconds");
        number(Fact.BYTES, "sizeBytes");
        number(Fact.BIT_RATE, "bitRate");
        has(Fact.PICTURE_CODEC, "hasVideo");
        has(Fact.SOUND_CODEC, "hasAudio");
        number(Fact.WIDTH, "width");
        number(Fact.HEIGHT, "height");
        word(Fact.PICTURE_CODEC, "videoCodec");
        word(Fact.SOUND_CODEC, "audioCodec");
        number(Fact.FRAME_RATE, "rate");
        streams();
        return report;
    }

    private Optional<JsonNode> at(Fact fact) {
        return Optional.ofNullable(places.get(fact)).map(told::at).filter(node -> !node.isMissingNode());
    }

    private void word(Fact fact, String name) {
        report.put(name, at(fact).filter(JsonNode::isString).map(JsonNode::asString).orElse(null));
    }

    /** Some write numbers as text. */
    private void number(Fact fact, String name) {
        Optional<BigDecimal> number = at(fact).filter(n -> n.isNumber() || n.isString())
                .map(JsonNode::asString).filter(text -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?")).map(BigDecimal::new);
        report.put(name, number.orElse(null));
    }

    /** A codec that is told as null is one that is not there. */
    private void has(Fact codec, String name) {
        Optional<Boolean> there = at(codec).map(node -> node.isString() && !node.asString().isBlank());
        report.put(name, there.orElse(null));
    }

    private void streams() {
        Optional<JsonNode> list = at(Fact.STREAMS).filter(JsonNode::isArray);
        if (list.isEmpty()) {
            report.putNull("streams");
            return;
        }
        ArrayNode streams = report.putArray("streams");
        list.get().valueStream().filter(JsonNode::isObject).forEach(one -> {
            ObjectNode stream = streams.addObject();
            stream.put("index", one.path("index").isIntegralNumber() ? one.path("index").asInt() : null);
            stream.put("type", one.path("type").isString() ? one.path("type").asString() : null);
            stream.put("codec", one.path("codec").isString() ? one.path("codec").asString() : null);
        });
    }
}
