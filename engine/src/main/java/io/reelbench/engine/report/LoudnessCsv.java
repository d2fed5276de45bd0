package io.reelbench.engine.report;

import io.reelbench.engine.media.Time;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Loudness for spreadsheets: one line a track, or with a series one line each tenth of a second. */
final class LoudnessCsv {

    private LoudnessCsv() {}

    static List<String> of(Levels levels) {
        return levels.wanted().series() ? series(levels) : tracks(levels);
    }

    private static List<String> tracks(Levels levels) {
        boolean judged = levels.wanted().standard().isPresent();
        List<String> lines = new ArrayList<>(List.of(
                "track,language,integrated,range,range-low,range-high,sample-peak,true-peak" + (judged ? ",standard,pass" : "")));
        for (Levels.One one : levels.tracks()) {
            LoudnessFigures f = one.figures();
            String line = String.join(",", Integer.toString(one.number()), Lines.csv(one.language()), figure(f.integrated()),
                    figure(f.range()), figure(f.low()), figure(f.high()), figure(f.samplePeak()), figure(f.truePeak()));
            lines.add(line + levels.wanted().standard()
                    .map(s -> "," + s.word() + "," + (LoudnessVerdict.against(s, f).isEmpty() ? "yes" : "no")).orElse(""));
        }
        return lines;
    }

    private static List<String> series(Levels levels) {
        List<String> lines = new ArrayList<>(List.of("track,time,momentary,short-term"));
        for (Levels.One one : levels.tracks()) {
            one.figures().series().forEach(i -> lines.add(
                    String.join(",", Integer.toString(one.number()), Time.seconds(i.us()), figure(i.momentary()),
                            figure(i.shortTerm()))));
        }
        return lines;
    }

    private static String figure(OptionalDouble figure) {
        return figure.isEmpty()
                ? ""
                : BigDecimal.valueOf(figure.getAsDouble()).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
