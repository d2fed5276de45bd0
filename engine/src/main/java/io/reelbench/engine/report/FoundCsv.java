package io.reelbench.engine.report;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.report.Found.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Findings for spreadsheets: one line each, times in seconds. */
final class FoundCsv {

    private FoundCsv() {}

    static List<String> of(Finding finding) {
        Found found = finding.found();
        List<String> lines = new ArrayList<>(List.of("kind,start,end,duration,value"));
        for (Event kind : finding.wanted().kinds()) {
            switch (kind) {
                case SCENES -> scenes(lines, finding);
                case BLACK -> found.black().forEach(s -> lines.add(line(kind, s, "")));
                case SILENCE -> found.silence().forEach(s -> lines.add(line(kind, s, "")));
                case FREEZE -> found.freeze().forEach(s -> lines.add(line(kind, s, "")));
                case CROP -> found.crop().ifPresent(r -> lines.add("crop,,,," + r));
                case INTERLACE -> found.fields().ifPresent(f -> lines.add("interlace,,,," + f.verdict()));
            }
        }
        return lines;
    }

    /** The value is how unlike the scene's first frame is to the one before it. */
    private static void scenes(List<String> lines, Finding finding) {
        List<Stretch> scenes = finding.found().scenes(finding.subject().lengthUs());
        for (int i = 0; i < scenes.size(); i++) {
            String score = i == 0 ? "" : Double.toString(finding.found().cuts().get(i - 1).score());
            lines.add(line(Event.SCENES, scenes.get(i), score));
        }
    }

    private static String line(Event kind, Stretch stretch, String value) {
        boolean ends = stretch.toUs().isPresent();
        return String.join(",", Finding.word(kind), Time.seconds(stretch.fromUs()),
                ends ? Time.seconds(stretch.toUs().getAsLong()) : "",
                ends ? Time.seconds(stretch.toUs().getAsLong() - stretch.fromUs()) : "", value);
    }
}
