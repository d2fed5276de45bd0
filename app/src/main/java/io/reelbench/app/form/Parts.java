package io.reelbench.app.form;

import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.VBox;

/** Options one below the other; a little air between those of different groups. */
final class Parts extends VBox {

    private final List<FieldRow> rows = new ArrayList<>();
    private final List<EitherRow> eithers = new ArrayList<>();

    Parts(List<Part> parts, Values values, PathInput.Manner paths) {
        String group = null;
        for (Part part : parts) {
            String now = group(part);
            VBox row = row(part, values, paths);
            if (group != null && !group.equals(now)) {
                row.getStyleClass().add("rb-next-group");
            }
            group = now;
            getChildren().add(row);
        }
    }

    private VBox row(Part part, Values values, PathInput.Manner paths) {
        switch (part) {
            case Part.Option(Field field) -> rows.add(new FieldRow(field, values, paths));
            case Part.Either either -> {
                EitherRow row = new EitherRow(either, values, paths);
                eithers.add(row);
                return row;
            }
        }
        return rows.getLast();
    }

    private static String group(Part part) {
        return switch (part) {
            case Part.Option(Field field) -> field.group();
            case Part.Either either -> group(either.sides().getFirst().parts().getFirst());
        };
    }

    /** The parts of one side of an either/or: a switch that only says that this side was chosen is not asked again. */
    void mark() {
        rows.stream().filter(row -> row.field().kind().name().equals("bool")).limit(1).forEach(FieldRow::imply);
    }

    /** Shows values and problems; gives the names of the options whose problems are seen. */
    Set<String> show(List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (FieldRow row : rows) {
            row.show(problems.stream().filter(p -> p.option().equals(row.field().name())).toList());
            seen.add(row.field().name());
        }
        eithers.forEach(either -> seen.addAll(either.show(problems)));
        return seen;
    }

    boolean holds(String option) {
        return names().contains(option);
    }

    /** The options whose controls stand here now. */
    List<String> names() {
        List<String> all = new ArrayList<>(rows.stream().map(r -> r.field().name()).toList());
        eithers.forEach(either -> all.addAll(either.names()));
        return all;
    }
}
