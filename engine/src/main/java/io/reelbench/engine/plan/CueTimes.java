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

    private final Fraction pace;
    private final long offsetUs;
    private final List<Stretch> kept;

    /**
     * A stretch of the times in the file that is kept, in microseconds.
     *
     * @param toUs empty for the end
     */
    private record Stretch(long fromUs, OptionalLong toUs) {
    }

    /** @param offsetUs how much later they come, in microseconds */
    CueTimes(Edit edit, long offsetUs) {
        this.pace = edit.pace();
        this.offsetUs = offsetUs;
        this.kept = edit.isWhole() ? List.of() : edit.segments().stream().map(s -> shown(edit, s)).toList();
    }

    /**
     * @param parts   of the text's own timeline, in order
     * @param earlyUs how much earlier than asked for the output begins, in microseconds of that timeline
     * @param pace    how much faster time runs in the output
     */
    CueTimes(List<Range> parts, long earlyUs, Fraction pace) {
        this.pace = pace;
        this.offsetUs = 0;
        this.kept = parts.stream().map(p -> new Stretch(p.fromUs() - earlyUs,
                p.toUs() == Range.OPEN ? OptionalLong.empty() : OptionalLong.of(p.toUs()))).toList();
    }

    /** A part that begins with the clip is read from the file's own zero, which may lie before the first frame. */
    private static Stretch shown(Edit edit, Segment part) {
        long start = new Inputs(edit).start(part);
        long offset = Inputs.offset(edit.source(part));
        OptionalLong to = part.toUs();
        return new Stretch(start == 0 ? 0 : start + offset,
                to.isEmpty() ? to : OptionalLong.of(to.getAsLong() + offset));
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
        return kept.isEmpty() && pace.equals(Fraction.ONE) && offsetUs == 0;
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
        String there = kept.isEmpty() ? time : kept.stream().map(s -> over(s, time)).collect(Collectors.joining("+"));
        String paced = pace.equals(Fraction.ONE) ? there : "(%s)*%d/%d".formatted(there, pace.den(), pace.num());
        return offsetUs == 0
                ? paced
                : "max(0,%s%s%s)".formatted(paced, offsetUs < 0 ? "-" : "+", Time.seconds(Math.abs(offsetUs)));
    }

    /** How much of a stretch was over at a time. */
    private static String over(Stretch part, String time) {
        String since = "%s-%s".formatted(time, Time.seconds(part.fromUs));
        return part.toUs.isEmpty()
                ? "max(0,%s)".formatted(since)
                : "clip(%s,0,%s)".formatted(since, Time.seconds(part.toUs.getAsLong() - part.fromUs));
    }
}
