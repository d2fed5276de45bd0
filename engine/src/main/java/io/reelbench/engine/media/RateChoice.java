package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import java.util.Locale;
import java.util.Optional;

/**
 * A frame rate, or the source's own.
 *
 * @param rate empty for the source's own
 */
public record RateChoice(Optional<Rate> rate) {

    public static final RateChoice SOURCE = new RateChoice(Optional.empty());

    public static RateChoice parse(String text) throws BadValue {
        return text.strip().toLowerCase(Locale.ROOT).equals("source") ? SOURCE : new RateChoice(Optional.of(Rate.parse(text)));
    }

    @Override
    public String toString() {
        return rate.map(Rate::toString).orElse("source");
    }
}
