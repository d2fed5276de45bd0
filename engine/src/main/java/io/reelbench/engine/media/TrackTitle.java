package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.List;

/** The name of a track as players show it, {@code s2=Deutsch}; an empty one takes it away. */
public record TrackTitle(TrackName track, String title) {

    private static final int LONGEST = 1000;

    public static TrackTitle parse(String text) throws BadValue {
        String[] sides = TrackName.sides(text);
        if (sides[1].length() > LONGEST || sides[1].indexOf('\0') >= 0) {
            throw new BadValue(Code.OUT_OF_RANGE, MediaWords.TAG_TOO_LONG.with(LONGEST));
        }
        return new TrackTitle(TrackName.parse(sides[0]), sides[1]);
    }

    public static List<String> split(String text) {
        return TrackName.split(text);
    }

    @Override
    public String toString() {
        return track + "=" + title;
    }
}
