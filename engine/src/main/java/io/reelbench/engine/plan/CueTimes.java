package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Time;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * When the cues of a clip come on the timeline of an edit, as bitstream filters. The clip is read as a whole: a cue may have begun long
 * before the part that is kept. A cue over several kept parts lasts over all of them; one that lies in none is dropped.
 */
final class CueTimes {

    /** What is shorter than this was cut away. */
    private static final String NOTHING = "0.0005";

    private final Edit edit;
    private final Inputs inputs;
    private final long offsetUs;

    /** @param offsetUs how much later they come, in microseconds */
    CueTimes(Edit edit, long offsetUs) {
        this.edit = edit;
        this.inputs = new Inputs(edit);
        this.offsetUs = offsetUs;
    }

    /** Whether one expression can say it: parts in another order would need a cue more than once. */
    static boolean follows(Edit edit) {
        List<Segment> parts = edit.segments();
        for (int i = 1; i < parts.size(); i++) {
            OptionalLong end = parts.get(i - 1).toUs();
            if (parts.get(i).source() != parts.get(i - 1).source() || end.isEmpty() || parts.get(i).fromUs() < end.getAsLong()) {
                return false;
            }
        }
        return true;
    }

    boolean isIdentity() {
        return edit.isWhole() && edit.pace().equals(Fraction.ONE) && offsetUs == 0;
    }

    /** The filters, for a text in which each packet says how long it lasts. */
    String filters() {
        // noise spells its variables small, setts large
        String lasts = "(%s)-(%s)".formatted(at("((pts+duration)*tb)"), at("(pts*tb)"));
        String from = at("(PTS*TB)");
        String until = at("((PTS+DURATION)*TB)");
        return "noise=drop='lt(%s,%s)',setts=pts='(%s)/TB':dts='(%s)/TB':duration='((%s)-(%s))/TB'".formatted(lasts, NOTHING,
                from,
                from, until, from);
    }

    /** The same for pictures, which last until the next one: only moved, and only of a whole clip. */
    String moving() {
        return "setts=pts='(%s)/TB':dts='(%s)/TB'".formatted(at("(PTS*TB)"), at("(PTS*TB)"));
    }

    /** The time on the timeline, in seconds, of one of the clip. */
    private String at(String time) {
        String there = edit.isWhole()
                ? time
                : edit.segments().stream().map(s -> shown(s, time)).collect(Collectors.joining("+"));
        Fraction pace = edit.pace();
        String paced = pace.equals(Fraction.ONE) ? there : "(%s)*%d/%d".formatted(there, pace.den(), pace.num());
        return offsetUs == 0
                ? paced
                : "max(0,%s%s%s)".formatted(paced, offsetUs < 0 ? "-" : "+", Time.seconds(Math.abs(offsetUs)));
    }

    /** How much of a part was over at a time. */
    private String shown(Segment part, String time) {
        long start = inputs.start(part);
        // a part that begins with the clip is read from the file's own zero, which may lie before the first frame
        long offset = Inputs.offset(edit.source(part));
        String since = "%s-%s".formatted(time, Time.seconds(start == 0 ? 0 : start + offset));
        return part.toUs().isEmpty()
                ? "max(0,%s)".formatted(since)
                : "clip(%s,0,%s)".formatted(since, Time.seconds(part.toUs().getAsLong() - start + (start == 0 ? offset : 0)));
    }
}
