package io.reelbench.engine.schema;

import java.util.List;
import java.util.Locale;

/** An enum whose words are not simply its constants in kebab-case, for example {@code 720p}, or which has synonyms. */
public interface Word {

    String name();

    /** The one spelling that is written. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people write it. */
    default String title() {
        return Kind.spaced(word());
    }

    /** Other spellings that are read. */
    default List<String> synonyms() {
        return List.of();
    }
}
