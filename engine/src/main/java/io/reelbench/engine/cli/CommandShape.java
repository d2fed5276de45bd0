package io.reelbench.engine.cli;

import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one command takes: the one place from which its parsing, its help page and its messages come.
 *
 * @param name     its words ({@code scale}, {@code explain scale})
 * @param usage    what stands behind its name
 * @param summary  one sentence
 * @param examples whole command lines
 * @param entry    the operation that it runs, if it is one
 * @param parts    options in groups
 */
public record CommandShape(String name, String usage, String summary, List<String> examples, Optional<Catalog.Entry> entry,
        List<Part> parts) {

    /** Which value a part of the options becomes. */
    enum Role {
        OPERATION, SINK, WISH, GATHERING, DEMO, PRESETS, SETTINGS, WATCH, CLOUD, PUBLISH, GLOBALS
    }

    /**
     * Options that are read into one value.
     *
     * @param fields those of the schema that this command takes
     */
    record Part(Role role, Schema<?> schema, List<Field> fields) {

        Part(Role role, Schema<?> schema) {
            this(role, schema, schema.fields());
        }

        boolean has(String option) {
            return fields.stream().anyMatch(f -> f.name().equals(option));
        }
    }

    Optional<Part> part(Role role) {
        return parts.stream().filter(p -> p.role == role).findFirst();
    }

    /** All options by name. */
    Map<String, Field> fields() {
        return parts.stream().flatMap(p -> p.fields.stream()).collect(Collectors.toMap(Field::name, f -> f, (a, _) -> a));
    }

    /** Names of all options, for "did you mean". */
    List<String> names() {
        return parts.stream().flatMap(p -> p.fields.stream()).flatMap(CommandShape::spellings).distinct().toList();
    }

    private static Stream<String> spellings(Field field) {
        return isFlag(field) ? Stream.of(field.name(), "no-" + field.name()) : Stream.of(field.name());
    }

    /** Whether it may stand without a value. */
    static boolean isFlag(Field field) {
        return field.kind().name().equals("bool");
    }
}
