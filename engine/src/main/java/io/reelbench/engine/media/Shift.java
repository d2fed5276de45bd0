package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.OptionalLong;

/**
 * How much later or earlier something comes, as a person asks for it: {@code 0.5} is later, {@code -0.2s} earlier.
 *
 * @param earlier whether it comes earlier
 * @param by      how much
 */
public record Shift(boolean earlier, Length by) {

    public static final Shift NONE = new Shift(false, Length.NONE);

    public static Shift parse(String text) throws BadValue {
        String plain = text.strip();
        boolean earlier = plain.startsWith("-");
        boolean signed = earlier || plain.startsWith("+");
        try {
            Length by = Length.orZero(signed ? plain.substring(1) : plain);
            return new Shift(earlier && !by.isZero(), by);
        } catch (BadValue notALength) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_SHIFT.with(text));
        }
    }

    /** In microseconds, below zero for earlier; empty when the clip's length is needed and nobody knows it. */
    public OptionalLong on(Clock clock) throws BadValue {
        OptionalLong us = by.on(clock);
        return us.isPresent() && earlier ? OptionalLong.of(-us.getAsLong()) : us;
    }

    @Override
    public String toString() {
        return (earlier ? "-" : "") + by;
    }
}
