package io.reelbench.engine.schema;

import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record as a list of options: read from flat text values over its defaults, and written back. One declaration serves the form, the
 * command line, JSON and the reference page. A component that is a record of options is a group and its options stand flat; a component
 * that is a sealed interface of such records is an either/or.
 */
public final class Schema<T> {

    private final Node.Group root;
    private final T usual;
    private final List<Field> fields;

    private Schema(Node.Group root, T usual) {
        this.root = root;
        this.usual = usual;
        List<Field> all = new ArrayList<>();
        root.collect(Optional.of(usual), all);
        this.fields = List.copyOf(all);
    }

    /** The schema of a record whose constructor without arguments gives the defaults. */
    public static <T extends Record> Schema<T> of(Class<T> type) {
        return new Schema<>(Node.group(type, "", Optional.empty(), ""), usual(type));
    }

    /** The defaults of a record, without finding out about its options. */
    public static <T extends Record> T usual(Class<T> type) {
        return Node.usual(type).orElseThrow(
                () -> new IllegalArgumentException(type + " needs a constructor without arguments: it gives the defaults"));
    }

    /** All options, in the order of the declaration. */
    public List<Field> fields() {
        return fields;
    }

    /** The options as a form: either/ors hold those of their sides. */
    public List<Part> form() {
        List<Part> parts = new ArrayList<>();
        root.form(Optional.of(usual), parts);
        return List.copyOf(parts);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The defaults. */
    public T usual() {
        return usual;
    }

    /**
     * Reads options over the defaults.
     *
     * @param given by name; a list's elements, or one text. Underscores are read as hyphens.
     */
    @SuppressWarnings("unchecked")
    public Reading<T> read(Map<String, List<String>> given) {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<String>> known = new LinkedHashMap<>();
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        given.forEach((typed, value) -> {
            String name = typed.replace('_', '-');
            if (names.contains(name)) {
                known.put(name, value);
            } else {
                problems.add(unknown(typed, names));
            }
        });
        T value = (T) root.read(Optional.of(usual), known, problems);
        return Reading.of(value, problems);
    }

    /** The problem of an option that does not exist. */
    public static Problem unknown(String typed, Collection<String> names) {
        return new Problem(typed, Code.UNKNOWN_OPTION, SchemaWords.UNKNOWN_OPTION.with(typed),
                Nearest.to(typed, names).map(SchemaWords.UNKNOWN_OPTION_FIX::with));
    }

    /** The options that differ from the defaults, in order; a list stays a list. */
    public Map<String, List<String>> write(T value) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        root.write(value, Optional.of(usual), out);
        return out;
    }
}
