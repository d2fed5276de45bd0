package io.reelbench.app.form;

import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.VBox;

/** An either/or: which side, and under it the options of that side. */
final class EitherRow extends VBox {

    private static final String NONE = "";

    private final Part.Either either;
    private final Values values;
    private final PathInput.Manner paths;
    private final Pick<String> pick;
    private final VBox below = new VBox();
    private final VBox wrong = new VBox();
    private Parts parts;
    private String side;
    /** Chosen, but nothing stands in it yet that could be kept. */
    private String pending;

    EitherRow(Part.Either either, Values values, PathInput.Manner paths) {
        this.either = either;
        this.values = values;
        this.paths = paths;
        List<String> sides = new ArrayList<>();
        either.none().filter(_ -> !either.must()).ifPresent(_ -> sides.add(NONE));
        either.sides().forEach(s -> sides.add(s.name()));
        this.pick = Pick.of(sides, this::isRare, this::label, either.label(), this::take);
        setId("choice-" + either.name());
        getChildren().addAll(FieldRow.line(either.label(), "", pick.node()), wrong, below);
    }

    private String label(String name) {
        return name.isEmpty() ? either.none().orElse("") : side(name).label();
    }

    private boolean isRare(String name) {
        return !name.isEmpty() && side(name).parts().stream().allMatch(Form::isRare);
    }

    private Part.Side side(String name) {
        return either.sides().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** Chooses a side: what stands in the others goes, and the chosen one gets a first value when it needs one. */
    void take(String name) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        either.sides().stream().filter(s -> !s.name().equals(name)).flatMap(Part.Side::names)
                .forEach(n -> changes.put(n, List.of()));
        if (!name.isEmpty() && !either.usual().equals(Optional.of(name))) {
            first(side(name).parts())
                    .ifPresent(field -> Starting.value(field, values).ifPresent(v -> changes.put(field.name(), List.of(v))));
        }
        pending = name;
        values.change(either.label(), null, changes);
        build(name);
    }

    private static Optional<Field> first(List<Part> parts) {
        return parts.stream().filter(Part.Option.class::isInstance).map(p -> ((Part.Option) p).field()).findFirst();
    }

    /** The side that holds: the one with something in it, else the one that was just chosen, else the default. */
    private String now() {
        for (Part.Side one : either.sides()) {
            if (one.names().anyMatch(n -> values.shown(n).isGiven())) {
                return one.name();
            }
        }
        return pending != null ? pending : either.usual().orElse(NONE);
    }

    private boolean isMixed() {
        long sides = either.sides().stream()
                .filter(s -> s.names().anyMatch(n -> values.shown(n).isGiven() || values.shown(n).mixed()))
                .count();
        return sides > 1;
    }

    private void build(String name) {
        if (!name.equals(side)) {
            side = name;
            parts = name.isEmpty() ? null : new Parts(side(name).parts(), values, paths);
            if (parts != null) {
                parts.mark();
            }
            below.getChildren().setAll(parts == null ? List.of() : List.of(parts));
        }
    }

    Set<String> show(List<Problem> problems) {
        String now = now();
        if (!now.equals(pending)) {
            pending = null;
        }
        build(now);
        pick.show(isMixed() || now.isEmpty() && either.must() ? null : now);
        Set<String> seen = new HashSet<>();
        if (parts != null) {
            seen.addAll(parts.show(problems));
        }
        // what concerns the choice itself, or a side that is not open
        List<String> own = either.names().toList();
        wrong.getChildren()
                .setAll(problems.stream()
                        .filter(p -> p.option().equals(either.name()) || own.contains(p.option()) && !seen.contains(p.option()))
                        .map(p -> ProblemLine.plain(p, values)).toList());
        seen.add(either.name());
        seen.addAll(own);
        return seen;
    }

    /** The options whose controls stand here now. */
    List<String> names() {
        return parts == null ? List.of() : parts.names();
    }
}
