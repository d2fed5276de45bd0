package io.reelbench.engine.report;

import io.reelbench.engine.plan.LoudnessStandard;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Loudness for programs. */
final class LoudnessJson {

    private LoudnessJson() {}

    static ObjectNode of(Levels levels) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("file", levels.name());
        ArrayNode tracks = root.putArray("tracks");
        for (Levels.One one : levels.tracks()) {
            LoudnessFigures figures = one.figures();
            ObjectNode track = tracks.addObject().put("track", one.number());
            track.put("language", one.language().isEmpty() ? null : one.language());
            number(track, "integrated", figures.integrated());
            number(track, "range", figures.range());
            number(track, "rangeLow", figures.low());
            number(track, "rangeHigh", figures.high());
            number(track, "samplePeak", figures.samplePeak());
            number(track, "truePeak", figures.truePeak());
            levels.wanted().standard().ifPresent(s -> standard(track.putObject("standard"), s, figures));
            if (levels.wanted().series()) {
                series(track.putArray("series"), figures);
            }
        }
        return root;
    }

    private static void standard(ObjectNode into, LoudnessStandard standard, LoudnessFigures figures) {
        List<Text> wrong = LoudnessVerdict.against(standard, figures);
        into.put("name", standard.word()).put("integrated", standard.integrated()).put("truePeak", standard.truePeak())
                .put("range", standard.range()).put("pass", wrong.isEmpty());
        ArrayNode reasons = into.putArray("reasons");
        wrong.forEach(text -> reasons.add(text.toString()));
    }

    private static void series(ArrayNode into, LoudnessFigures figures) {
        for (LoudnessFigures.Instant instant : figures.series()) {
            ObjectNode one = into.addObject().put("time", JsonFields.exact(instant.us()));
            number(one, "momentary", instant.momentary());
            number(one, "shortTerm", instant.shortTerm());
        }
    }

    private static void number(ObjectNode into, String name, OptionalDouble figure) {
        JsonFields.number(into, name,
                figure.isPresent() ? OptionalDouble.of(Math.round(figure.getAsDouble() * 100) / 100.0) : figure);
    }
}
