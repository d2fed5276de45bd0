package io.reelbench.engine.report;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.report.Found.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Findings to read, and with spans that trim takes as they stand. */
final class FoundText {

    private static final int KIND = 10;

    private FoundText() {}

    static List<String> of(Finding finding) {
        Found found = finding.found();
        OptionalLong length = finding.subject().lengthUs();
        List<String> lines = new ArrayList<>();
        lines.add(Lines.one(finding.name()) + (length.isPresent() ? " · " + Time.spoken(length.getAsLong()) : ""));
        for (Event kind : finding.wanted().kinds()) {
            switch (kind) {
                case SCENES -> all(lines, kind, found.scenes(length));
                case BLACK -> all(lines, kind, found.black());
                case SILENCE -> all(lines, kind, found.silence());
                case FREEZE -> all(lines, kind, found.freeze());
                case CROP -> one(lines, kind, found.crop()
                        .map(r -> r + (finding.cropsNothing(r) ? " " + ReportWords.NO_BARS.with() : ""))
                        .orElse(ReportWords.ALL_BLACK.with().toString()));
                case INTERLACE -> found.fields().ifPresent(f -> one(lines, kind, ReportWords.FIELDS.with(f.verdict(),
                        f.progressive(), f.topFirst(), f.bottomFirst(), f.unsure()).toString()));
            }
        }
        return lines;
    }

    private static void all(List<String> lines, Event kind, List<Stretch> stretches) {
        one(lines, kind, stretches.isEmpty() ? ReportWords.NONE.with().toString() : Integer.toString(stretches.size()));
        stretches.forEach(s -> lines.add("    " + Lines.padded(spoken(s), 24)
                + (s.toUs().isPresent() ? Time.spoken(s.toUs().getAsLong() - s.fromUs()) : "").strip()));
    }

    private static void one(List<String> lines, Event kind, String what) {
        lines.add("  " + Lines.padded(Finding.word(kind), KIND) + what);
    }

    /** As trim reads it. */
    static String spoken(Stretch stretch) {
        return Time.seconds(stretch.fromUs()) + ".."
                + (stretch.toUs().isPresent() ? Time.seconds(stretch.toUs().getAsLong()) : "");
    }
}
