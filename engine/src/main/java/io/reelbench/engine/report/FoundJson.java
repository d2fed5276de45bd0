package io.reelbench.engine.report;

import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.report.Found.Stretch;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings for programs; {@link RangesReader} reads them again. */
final class FoundJson {

    private FoundJson() {}

    static ObjectNode of(Finding finding) {
        Found found = finding.found();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("file", finding.name());
        JsonFields.seconds(root, "durationSeconds", finding.subject().lengthUs());
        root.put("frameRate", finding.subject().rate().map(Object::toString).orElse(null));
        settings(root.putObject("settings"), finding.wanted());
        ObjectNode ranges = root.putObject("ranges");
        for (Event kind : finding.wanted().kinds()) {
            switch (kind) {
                case SCENES -> {
                    ArrayNode cuts = root.putArray("cuts");
                    found.cuts().forEach(c -> cuts.addObject().put("time", JsonFields.exact(c.us())).put("score", c.score()));
                    ranges(ranges.putArray("scenes"), found.scenes(finding.subject().lengthUs()));
                }
                case BLACK -> ranges(ranges.putArray("black"), found.black());
                case SILENCE -> ranges(ranges.putArray("silence"), found.silence());
                case FREEZE -> ranges(ranges.putArray("freeze"), found.freeze());
                case CROP -> crop(root, finding);
                case INTERLACE -> fields(root, found);
            }
        }
        return root;
    }

    private static void settings(ObjectNode settings, Report.Events wanted) {
        for (Event kind : wanted.kinds()) {
            switch (kind) {
                case SCENES -> settings.put("sceneThreshold", wanted.sceneThreshold());
                case BLACK -> settings.put("blackSeconds", JsonFields.exact(wanted.blackUs())).put("blackLevel",
                        wanted.blackLevel());
                case SILENCE -> settings.put("silenceSeconds", JsonFields.exact(wanted.silenceUs())).put("silenceLevel",
                        wanted.silenceLevel());
                case FREEZE -> settings.put("freezeSeconds", JsonFields.exact(wanted.freezeUs()));
                case CROP -> settings.put("blackLevel", wanted.blackLevel());
                case INTERLACE -> {
                    // nothing to set
                }
            }
        }
    }

    private static void ranges(ArrayNode into, List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            ObjectNode range = into.addObject().put("start", JsonFields.exact(stretch.fromUs()));
            if (stretch.toUs().isPresent()) {
                range.put("end", JsonFields.exact(stretch.toUs().getAsLong()));
            } else {
                range.put("end", "end");
            }
        }
    }

    private static void crop(ObjectNode root, Finding finding) {
        finding.found().crop().ifPresentOrElse(
                r -> root.putObject("crop").put("w", r.width()).put("h", r.height()).put("x", r.x()).put("y", r.y()),
                () -> root.putNull("crop"));
    }

    private static void fields(ObjectNode root, Found found) {
        found.fields()
                .ifPresent(f -> root.putObject("interlace").put("fields", f.verdict()).put("progressive", f.progressive())
                        .put("topFirst", f.topFirst()).put("bottomFirst", f.bottomFirst()).put("unsure", f.unsure()));
    }
}
