package io.reelbench.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A piece of a form: an option, or an either/or with the options of each side. Groups stand flat. */
public sealed interface Part {

    /** The names of all options in it. */
    Stream<String> names();

    record Option(Field field) implements Part {
        @Override
        public Stream<String> names() {
            return Stream.of(field.name());
        }
    }

    /**
     * Options that exclude each other.
     *
     * @param name  of the component, kebab-case; problems of the whole choice bear it
     * @param label for people
     * @param none  what it is called when no side is chosen; empty when one always is
     * @param must  whether one must be chosen, so that {@code none} is a request and no choice
     * @param usual the side that holds when nothing is given; empty for {@code none}
     */
    record Either(String name, String label, Optional<String> none, boolean must, Optional<String> usual,
            List<Side> sides) implements Part {
        @Override
        public Stream<String> names() {
            return sides.stream().flatMap(Side::names);
        }
    }

    /**
     * One side of an either/or.
     *
     * @param name  kebab-case
     * @param label for people
     */
    record Side(String name, String label, List<Part> parts) {
        public Stream<String> names() {
            return parts.stream().flatMap(Part::names);
        }
    }
}
