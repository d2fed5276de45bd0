package io.reelbench.engine.report;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report's text from what runs left in a folder and from what is known of the clip. */
public final class Reports {

    private static final JsonMapper JSON = new JsonMapper();

    private final Media clip;
    private final Path folder;

    /** @param folder where the runs worked */
    public Reports(Media clip, Path folder) {
        this.clip = clip;
        this.folder = folder;
    }

    /** The whole text; ends with a line break, but for what is another program's own words. */
    public String text(Step.Report step) throws IOException {
        return switch (step.report()) {
            case Report.Loudness loudness -> loudness(loudness, step);
            case Report.Events events -> events(events, step);
            case Report.Facts(Report.Form form) -> facts(form);
        };
    }

    private String loudness(Report.Loudness wanted, Step.Report step) throws IOException {
        LoudnessReader reader = new LoudnessReader(folder, step.subject());
        List<Levels.One> tracks = new ArrayList<>();
        for (int i = 0; i < wanted.sounds().size(); i++) {
            Heard heard = wanted.sounds().get(i);
            tracks.add(new Levels.One(wanted.numbers().get(i), heard.here(),
                    reader.read(step.traces().of(i + 1), wanted.series())));
        }
        Levels levels = new Levels(clip.name(), wanted, List.copyOf(tracks));
        return switch (wanted.form()) {
            case JSON -> json(LoudnessJson.of(levels));
            case CSV -> lines(LoudnessCsv.of(levels));
            default -> lines(LoudnessText.of(levels));
        };
    }

    private String events(Report.Events wanted, Step.Report step) throws IOException {
        Found found = new FoundReader(folder, step.traces(), step.subject()).read(wanted);
        Finding finding = new Finding(clip.name(), wanted, step.subject(), found);
        return switch (wanted.form()) {
            case JSON, FFPROBE -> json(FoundJson.of(finding));
            case TEXT -> lines(FoundText.of(finding));
            case CSV -> lines(FoundCsv.of(finding));
            case EDL -> lines(Edl.of(finding));
            case CHAPTERS -> lines(ChapterList.of(finding));
        };
    }

    private String facts(Report.Form form) {
        return switch (form) {
            case JSON -> json(FactsJson.of(clip));
            case FFPROBE -> clip.known().read().answers().values().stream().findFirst().orElse("{}\n");
            default -> lines(FactsText.of(clip, clip.name()));
        };
    }

    private static String json(ObjectNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
