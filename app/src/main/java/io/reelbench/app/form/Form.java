package io.reelbench.app.form;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** All options of one step. Rare ones are folded away until they are asked for, or hold something. */
public final class Form extends VBox {

    private final List<Field> fields;
    private final Values values;
    private final Parts main;
    private final Parts rare;
    private final Button fold = new Button();
    private final VBox general = new VBox();
    private boolean opened;

    public Form(List<Part> parts, List<Field> fields, Values values) {
        this(parts, fields, values, PathInput.Manner.FILES);
    }

    private Form(List<Part> parts, List<Field> fields, Values values, PathInput.Manner paths) {
        this.fields = fields;
        this.values = values;
        getStyleClass().add("rb-form");
        this.main = new Parts(parts.stream().filter(Predicate.not(Form::isRare)).toList(), values, paths);
        this.rare = new Parts(parts.stream().filter(Form::isRare).toList(), values, paths);
        fold.getStyleClass().add("rb-fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.setOnAction(_ -> {
            opened = !opened;
            showFold();
        });
        getChildren().addAll(general, main);
        if (parts.stream().anyMatch(Form::isRare)) {
            getChildren().addAll(fold, rare);
        }
        showFold();
    }

    /**
     * A form in which paths are folders that are remembered.
     *
     * @param none what stands where no folder is given
     */
    public static Form ofPlace(List<Part> parts, List<Field> fields, Values values, Supplier<String> none,
            Optional<String> start, Consumer<String> chosen) {
        return new Form(parts, fields, values, new PathInput.Manner(true, none, start, chosen));
    }

    static boolean isRare(Part part) {
        return switch (part) {
            case Part.Option(Field field) -> field.ask().advanced();
            case Part.Either either -> either.sides().stream().flatMap(s -> s.parts().stream()).allMatch(Form::isRare);
        };
    }

    private void showFold() {
        long given = rare.names().stream().filter(name -> values.shown(name).isGiven() || values.shown(name).mixed()).count();
        fold.setText(given == 0 ? FormWords.EXPERT.say() : FormWords.EXPERT_SET.say(given));
        fold.setGraphic((opened ? Icons.DOWN : Icons.FORWARD).at(12));
        rare.setVisible(opened);
        rare.setManaged(opened);
    }

    /** Shows what is given and what is wrong with it. */
    public void show(List<Problem> problems) {
        Set<String> own = fields.stream().map(Field::name).collect(Collectors.toSet());
        Set<String> seen = new java.util.HashSet<>(main.show(problems));
        Set<String> seenRare = rare.show(problems);
        seen.addAll(seenRare);
        if (problems.stream().anyMatch(p -> seenRare.contains(p.option()) && rare.holds(p.option()))) {
            opened = true;
        }
        boolean untouched = own.stream().noneMatch(name -> values.shown(name).isGiven() || values.shown(name).mixed());
        List<ProblemLine> lines = new ArrayList<>();
        problems.stream().filter(p -> !seen.contains(p.option())).forEach(p -> lines
                .add(untouched && p.code() == Code.NOTHING_TO_DO ? ProblemLine.quiet(p) : ProblemLine.plain(p, values)));
        lines.forEach(line -> line.getStyleClass().add("rb-general"));
        general.getChildren().setAll(lines);
        showFold();
    }

    /** The names of the options whose controls stand in the form now. */
    public List<String> standing() {
        List<String> all = new ArrayList<>(main.names());
        all.addAll(rare.names());
        return all;
    }
}
