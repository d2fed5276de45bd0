package io.reelbench.engine.plan;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/**
 * Samples per second.
 *
 * @param hertz 8000 to 384000, or 0 for the source's own
 */
public record SampleRate(int hertz) {

    public static final SampleRate SOURCE = new SampleRate(0);

    public static SampleRate parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s*hz$", "");
        if (plain.equals("source")) {
            return SOURCE;
        } else if (!plain.matches("\\d{1,7}")) {
            throw new BadValue(Code.BAD_SYNTAX, PlanWords.NOT_A_SAMPLE_RATE.with(text));
        }
        int hertz = Integer.parseInt(plain);
        if (hertz < 8000 || hertz > 384_000) {
            throw new BadValue(Code.OUT_OF_RANGE, PlanWords.SAMPLE_RATE_RANGE.with(hertz));
        }
        return new SampleRate(hertz);
    }

    @Override
    public String toString() {
        return hertz == 0 ? "source" : Integer.toString(hertz);
    }
}
