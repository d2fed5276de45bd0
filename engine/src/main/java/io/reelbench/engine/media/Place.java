package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;

/** Where a clip was recorded: {@code keep}, {@code strip}, or a {@link Location}. */
public record Place(Keeping<Location> choice) {

    public static final Place KEPT = new Place(Keeping.kept());

    public static Place parse(String text) throws BadValue {
        return new Place(Keeping.parse(text, Location::parse));
    }

    @Override
    public String toString() {
        return choice.written(Location::toString);
    }
}
