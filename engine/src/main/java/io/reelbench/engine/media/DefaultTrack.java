package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Locale;

/** Whether a player takes a track by itself, {@code a2} or {@code a1=no}. */
public record DefaultTrack(TrackName track, boolean chosen) {

    public static DefaultTrack parse(String text) throws BadValue {
        if (!text.contains("=")) {
            return new DefaultTrack(TrackName.parse(text), true);
        }
        String[] sides = TrackName.sides(text);
        boolean yes = switch (sides[1].toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new BadValue(Code.UNKNOWN_VALUE, MediaWords.NOT_A_DEFAULT.with(text));
        };
        return new DefaultTrack(TrackName.parse(sides[0]), yes);
    }

    @Override
    public String toString() {
        return track + (chosen ? "=yes" : "=no");
    }
}
