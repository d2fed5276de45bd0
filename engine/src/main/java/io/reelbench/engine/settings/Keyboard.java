package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Ask;
import java.util.List;

/**
 * Which key does what.
 *
 * @param changes what differs from the set
 */
public record Keyboard(
        @Ask(value = "Keyboard set", help = "Any single key can be changed in Keyboard.") KeySet keys,
        @Ask(value = "Changed keys", help = "Actions whose key is not that of the set, each as action=key.") List<KeyChange> keyChanges) {

    public Keyboard() {
        this(KeySet.REELBENCH, List.of());
    }
}
