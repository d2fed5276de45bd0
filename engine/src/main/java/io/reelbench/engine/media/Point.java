package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/**
 * A place in a picture, from its top left corner, as a person asks for it: {@code 20:40} or {@code 10%:5%}.
 *
 * @param x of the width
 * @param y of the height
 */
public record Point(Side x, Side y) {

    public static Point parse(String text) throws BadValue {
        String[] both = text.strip().split(":", -1);
        if (both.length != 2) {
            throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_POINT.with(text));
        }
        return new Point(Side.parse(both[0]), Side.parse(both[1]));
    }

    @Override
    public String toString() {
        return x + ":" + y;
    }
}
