package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import java.util.Locale;
import java.util.Optional;

/**
 * One side of a picture, or its own.
 *
 * @param side empty for its own
 */
public record OwnSide(Optional<Side> side) {

    public static final OwnSide OWN = new OwnSide(Optional.empty());

    public static OwnSide parse(String text) throws BadValue {
        return text.strip().toLowerCase(Locale.ROOT).equals("own") ? OWN : new OwnSide(Optional.of(Side.parse(text)));
    }

    @Override
    public String toString() {
        return side.map(Side::toString).orElse("own");
    }
}
