package io.reelbench.engine.report;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.report.Found.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Findings as a CMX 3600 list: each shot an event, everything else a marker ({@code * LOC}) that editing programs show. */
final class Edl {

    private static final int MOST_EVENTS = 999;

    private final Finding finding;
    private final Rate rate;
    private final boolean drop;
    private final long first;

    private Edl(Finding finding, Rate rate) {
        this.finding = finding;
        this.rate = rate;
        Optional<Timecode> code = finding.subject().timecode();
        this.drop = code.map(Timecode::drop).orElse(false);
        this.first = code.map(this::frame).orElse(0L);
    }

    static List<String> of(Finding finding) {
        return new Edl(finding, finding.subject().rate().orElse(new Rate(25, 1))).lines();
    }

    /** A timecode that does not fit the clip's own rate says nothing. */
    private long frame(Timecode code) {
        try {
            return code.toFrame(rate);
        } catch (BadValue unfit) {
            return 0;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(
                List.of("TITLE: " + Lines.one(finding.name()), "FCM: " + (drop ? "DROP FRAME" : "NON-DROP FRAME"), ""));
        List<Stretch> shots = finding.found().scenes(finding.subject().lengthUs());
        for (int i = 0; i < Math.min(MOST_EVENTS, shots.size()); i++) {
            Stretch shot = shots.get(i);
            long from = rate.nearestFrame(shot.fromUs());
            long to = rate.nearestFrame(shot.toUs().orElse(shot.fromUs() + rate.frameLength()));
            lines.add("%03d  AX       V     C        %s %s %s %s".formatted(i + 1, code(first + from), code(first + to),
                    record(from), record(to)));
            lines.add("* FROM CLIP NAME: " + Lines.one(finding.name()));
            markers(lines, shot);
        }
        return lines;
    }

    private void markers(List<String> lines, Stretch shot) {
        markers(lines, shot, "BLACK", finding.found().black());
        markers(lines, shot, "SILENCE", finding.found().silence());
        markers(lines, shot, "FREEZE", finding.found().freeze());
    }

    private void markers(List<String> lines, Stretch shot, String word, List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            OptionalLong end = shot.toUs();
            boolean here = stretch.fromUs() >= shot.fromUs() && (end.isEmpty() || stretch.fromUs() < end.getAsLong());
            if (here) {
                lines.add("* LOC: %s RED     %s %s".formatted(record(rate.nearestFrame(stretch.fromUs())), word,
                        FoundText.spoken(stretch)));
            }
        }
    }

    private Timecode code(long frame) {
        return Timecode.ofFrame(frame, rate, drop);
    }

    /** On the record side a list begins at zero. */
    private Timecode record(long frame) {
        return Timecode.ofFrame(frame, rate, drop);
    }
}
