package io.reelbench.engine.report;

import io.reelbench.engine.media.Ranges;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.problem.BadValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the ranges that {@code detect} wrote as JSON, and plain lists {@code [{"start":5,"end":"0:12"},"20..30"]}. Whoever wrote the file is
 * unknown: its size, depth and number of ranges are limited, and nothing of it is repeated in a message.
 */
public final class RangesReader {

    private static final long MOST_BYTES = 8 << 20;
    private static final int MOST_RANGES = 10_000;
    private static final int DEEPEST = 10;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxDocumentLength(MOST_BYTES).build()).build()).build();

    public Ranges read(Span.Listed list) {
        Path file = list.file();
        try {
            if (!Files.isRegularFile(file)) {
                return Ranges.failed(ReportWords.NO_LIST.with(file));
            } else if (Files.size(file) > MOST_BYTES) {
                return Ranges.failed(ReportWords.TOO_LONG.with(file));
            }
            return read(Files.readString(file), list);
        } catch (IOException unreadable) {
            return Ranges.failed(ReportWords.NOT_A_LIST.with(file));
        }
    }

    Ranges read(String text, Span.Listed list) {
        try {
            JsonNode root = json.readTree(text);
            return root.isArray() ? parts(root, list) : chosen(root.path("ranges"), list);
        } catch (JacksonException | BadValue wrong) {
            return Ranges.failed(ReportWords.NOT_A_LIST.with(list.file()));
        }
    }

    private static Ranges chosen(JsonNode kinds, Span.Listed list) throws BadValue {
        if (kinds.isArray()) {
            return parts(kinds, list);
        }
        List<String> there = kinds.propertyStream().map(p -> p.getKey()).filter(k -> Span.Kind.of(k).isPresent()).toList();
        Optional<String> wanted = list.kind().map(Span.Kind::toString);
        if (there.isEmpty()) {
            return Ranges.failed(ReportWords.NOT_A_LIST.with(list.file()));
        } else if (wanted.isEmpty() && there.size() > 1) {
            return Ranges
                    .failed(ReportWords.WHICH_KIND.with(list.file(), String.join(", ", there), there.getLast()));
        } else if (wanted.isPresent() && !there.contains(wanted.get())) {
            return Ranges.failed(ReportWords.NO_SUCH_KIND.with(list.file(), wanted.get()));
        }
        return parts(kinds.path(wanted.orElse(there.getFirst())), list);
    }

    private static Ranges parts(JsonNode array, Span.Listed list) throws BadValue {
        if (!array.isArray()) {
            return Ranges.failed(ReportWords.NOT_A_LIST.with(list.file()));
        } else if (array.size() > MOST_RANGES) {
            return Ranges.failed(ReportWords.TOO_LONG.with(list.file()));
        }
        List<Span.Part> parts = new ArrayList<>();
        for (JsonNode node : array) {
            parts.add(Span.part(node.isObject()
                    ? time(node.path("start")) + ".." + time(node.path("end"))
                    : node.asString("")));
        }
        return Ranges.of(parts);
    }

    /** A number of seconds or any time that a person could type. */
    private static String time(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asString("");
    }
}
