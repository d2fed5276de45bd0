package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;

/** The language of a track, {@code a1=eng}. */
public record TrackLanguage(TrackName track, Language language) {

    public static TrackLanguage parse(String text) throws BadValue {
        String[] sides = TrackName.sides(text);
        return new TrackLanguage(TrackName.parse(sides[0]), Language.parse(sides[1]));
    }

    @Override
    public String toString() {
        return track + "=" + language;
    }
}
