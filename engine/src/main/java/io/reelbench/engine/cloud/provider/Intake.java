package io.reelbench.engine.cloud.provider;

import java.util.Map;
import java.util.Optional;

/** How a service wants the files that it works on. */
public sealed interface Intake {

    /** Whether what the service made itself may be named by the address that it gave. */
    default boolean takesItsOwn() {
        return switch (this) {
            case AsForm _,AsIs _,Turned _ -> true;
            case InText _,Along _ -> false;
        };
    }

    /** What putting one file there costs; empty where nothing is asked for it. */
    default Optional<Cost> each() {
        return this instanceof AsForm form ? Optional.of(form.price) : Optional.empty();
    }

    /**
     * Each is put into its store first, as a form, and named by the address that it answers.
     *
     * @param price of one file
     */
    record AsForm(String path, String field, At address, Cost price) implements Intake {
    }

    /** Each is put into its store first, as it is, and named by the address that it answers. */
    record AsIs(String path, Optional<String> hashHeader, At address) implements Intake {
    }

    /** Small ones stand in the request in base 64; others are given with a form that it hands out, and named by a key. */
    record InText(long mostInText, String path, At form, At key) implements Intake {
    }

    /** The file goes with the request. */
    record Along(String field) implements Intake {
    }

    /**
     * Each is turned into a plain format first, by a call that answers with an address.
     *
     * @param paths by what kind of file it is
     */
    record Turned(Map<Slot.Kind, String> paths, String field, At address) implements Intake {
    }
}
