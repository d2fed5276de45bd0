package io.reelbench.engine.raw;

import java.util.List;
import java.util.Optional;

/**
 * An option that was read and waits for the file it stands before.
 *
 * @param word   as it was written
 * @param name   the usual one, without its stream
 * @param stream with its colon; empty without one
 * @param value  empty for a switch
 * @param places where it may stand; empty when a person allowed it
 */
record Given(String word, String name, String stream, Optional<String> value, String places) {

    List<String> arguments() {
        String option = "-" + name + stream;
        return value.map(v -> List.of(option, v)).orElse(List.of(option));
    }

    boolean mayStand(char place) {
        return places.isEmpty() || places.indexOf(place) >= 0 || places.indexOf('g') >= 0;
    }
}
