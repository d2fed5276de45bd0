package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One option: its label, its control, and under it what is wrong with it. */
final class FieldRow extends VBox {

    /** The longest common label ("Picture codec") stays in one line. */
    private static final double WIDTH = 80;
    private static final String WRONG = "rb-red";
    private static final String WARNED = "rb-amber";

    private final Field field;
    private final Values values;
    private final Input input;
    private List<Problem> problems = List.of();
    private boolean implied;

    FieldRow(Field field, Values values, PathInput.Manner paths) {
        this.field = field;
        this.values = values;
        this.input = Inputs.of(field, values, paths);
        setId("field-" + field.name());
        HBox line = line(field.label(), field.help(), input.node());
        if (input.node() instanceof VBox || input.node() instanceof FlowPane || input.node() instanceof GridPane) {
            // a tall control: the label stands beside its first line
            line.setAlignment(Pos.TOP_LEFT);
            line.getChildren().getFirst().setTranslateY(8);
        }
        getChildren().add(line);
        name(input.edge());
    }

    private void name(Node control) {
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(field.label());
        }
        control.setAccessibleHelp(field.help());
    }

    /** A row of the form: label at the left, control at the right. */
    static HBox line(String words, String help, Node control) {
        Label label = new Label(words);
        label.getStyleClass().add("rb-label");
        label.setWrapText(true);
        label.setMinWidth(WIDTH);
        label.setMaxWidth(WIDTH);
        label.setPrefWidth(WIDTH);
        Tip.say(label, help);
        label.setLabelFor(control);
        HBox line = new HBox(8, label, control);
        line.getStyleClass().add("rb-form-row");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        return line;
    }

    Field field() {
        return field;
    }

    Input input() {
        return input;
    }

    /** It is seen only while it says no, or something is wrong with it. */
    void imply() {
        implied = true;
    }

    void show(List<Problem> now) {
        input.show(values.shown(field.name()));
        boolean seen = !implied || !now.isEmpty() || values.shown(field.name()).textOr("yes").equals("no");
        setVisible(seen);
        setManaged(seen);
        if (now.equals(problems)) {
            return;
        }
        problems = now;
        getChildren().remove(1, getChildren().size());
        now.forEach(p -> getChildren().add(ProblemLine.of(p, field, values)));
        input.edge().getStyleClass().removeAll(WRONG, WARNED);
        if (!now.isEmpty()) {
            input.edge().getStyleClass().add(now.stream().allMatch(Problem::isWarning) ? WARNED : WRONG);
        }
    }
}
