package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/**
 * A part of a clip as a person asks for it, {@code A..B}; either side may be left out.
 *
 * @param from the first moment
 * @param to   the moment after the last
 */
public record Span(Moment from, Moment to) {

    public static Span parse(String text) throws BadValue {
        int dots = text.indexOf("..");
        if (dots < 0) {
            String[] hyphen = text.strip().split("-", -1);
            throw hyphen.length == 2 && !hyphen[0].isBlank() && !hyphen[0].strip().equals("end")
                    ? new BadValue(Code.BAD_SYNTAX, MediaWords.SPAN_HYPHEN.with(text, hyphen[0].strip(), hyphen[1].strip()))
                    : new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SPAN.with(text));
        }
        String left = text.substring(0, dots).strip();
        String right = text.substring(dots + 2).strip();
        Span span = new Span(left.isEmpty() ? Moment.START : Moment.parse(left),
                right.isEmpty() ? Moment.END : Moment.parse(right));
        if (span.from instanceof Moment.At(long a) && span.to instanceof Moment.At(long b) && b <= a) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.SPAN_ORDER.with(text));
        }
        return span;
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
