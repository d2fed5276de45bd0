package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/** The timecode of a clip's first frame: {@code keep}, {@code strip}, or a {@link Timecode}. */
public record FirstTimecode(Keeping<Timecode> choice) {

    public static final FirstTimecode KEPT = new FirstTimecode(Keeping.kept());

    public static FirstTimecode parse(String text) throws BadValue {
        return new FirstTimecode(Keeping.parse(text,
                code -> Timecode.of(code)
                        .orElseThrow(() -> new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_TIMECODE.with(code)))));
    }

    @Override
    public String toString() {
        return choice.written(Timecode::toString);
    }
}
