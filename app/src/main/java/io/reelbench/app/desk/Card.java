package io.reelbench.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One step of a draft as it stands on the screen: it may still be wrong, so values are kept as they were typed.
 *
 * @param op    id of the operation
 * @param on    whether it takes part; a step can be switched off without losing its values
 * @param given options that differ from the operation's defaults, by name
 * @param allowed parts of a written command that a person allowed for the next run of just this; never kept
 */
public record Card(String op, boolean on, Map<String, List<String>> given, @JsonIgnore Set<String> allowed) {

    public Card {
        given = Map.copyOf(given);
        allowed = allowed == null ? Set.of() : Set.copyOf(allowed);
    }

    public Card(String op, boolean on, Map<String, List<String>> given) {
        this(op, on, given, Set.of());
    }

    /** With all defaults. */
    public static Card of(String op) {
        return new Card(op, true, Map.of());
    }

    /** With one option set; no values put it back to its default. */
    public Card with(String option, List<String> values) {
        Map<String, List<String>> next = new LinkedHashMap<>(given);
        if (values.isEmpty()) {
            next.remove(option);
        } else {
            next.put(option, List.copyOf(values));
        }
        return new Card(op, on, next);
    }

    public Card with(Map<String, List<String>> values) {
        return new Card(op, on, values);
    }

    public Card switched(boolean now) {
        return new Card(op, now, given, allowed);
    }

    /** The same with one part more, or with none, that leaves what is safe. */
    Card allowing(Set<String> parts) {
        return new Card(op, on, given, parts);
    }
}
