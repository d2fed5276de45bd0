package io.reelbench.engine.plan;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A level of light in candela per square metre, or whatever the clip's metadata say.
 *
 * @param nits 100 to 10000; empty to ask the metadata
 */
public record Nits(OptionalInt nits) {

    public static final Nits AUTO = new Nits(OptionalInt.empty());

    public static Nits parse(String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*nits?$", "");
        if (plain.equals("auto")) {
            return AUTO;
        } else if (!plain.matches("\\d{1,6}")) {
            throw new BadValue(Code.BAD_SYNTAX, PlanWords.NOT_NITS.with(text));
        }
        int nits = Integer.parseInt(plain);
        if (nits < 100 || nits > 10_000) {
            throw new BadValue(Code.OUT_OF_RANGE, PlanWords.NITS_RANGE.with(nits));
        }
        return new Nits(OptionalInt.of(nits));
    }

    @Override
    public String toString() {
        return nits.isPresent() ? Integer.toString(nits.getAsInt()) : "auto";
    }
}
