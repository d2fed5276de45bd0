package io.reelbench.engine.report;

import io.reelbench.engine.plan.Report.Event;
import io.reelbench.engine.report.Found.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Scenes as chapters in ffmpeg's own text; without scenes, what lies between black, silence or standstill. */
final class ChapterList {

    private ChapterList() {}

    static List<String> of(Finding finding) {
        List<String> lines = new ArrayList<>(List.of(";FFMETADATA1"));
        List<Stretch> parts = finding.wanted().kinds().contains(Event.SCENES)
                ? finding.found().scenes(finding.subject().lengthUs())
                : between(finding);
        for (int i = 0; i < parts.size(); i++) {
            Stretch part = parts.get(i);
            lines.addAll(List.of("[CHAPTER]", "TIMEBASE=1/1000000", "START=" + part.fromUs(),
                    "END=" + part.toUs().orElse(part.fromUs()), "title=" + ReportWords.CHAPTER.with(i + 1)));
        }
        return lines;
    }

    /** A chapter begins where a pause ends. */
    private static List<Stretch> between(Finding finding) {
        Found found = finding.found();
        List<Stretch> pauses = !found.black().isEmpty()
                ? found.black()
                : !found.silence().isEmpty() ? found.silence() : found.freeze();
        List<Stretch> parts = new ArrayList<>();
        long from = 0;
        for (Stretch pause : pauses) {
            boolean atEnd = pause.toUs().equals(finding.subject().lengthUs());
            if (pause.fromUs() > 0 && pause.toUs().isPresent() && !atEnd) {
                parts.add(new Stretch(from, OptionalLong.of(pause.toUs().getAsLong())));
                from = pause.toUs().getAsLong();
            }
        }
        parts.add(new Stretch(from, finding.subject().lengthUs()));
        return parts;
    }
}
