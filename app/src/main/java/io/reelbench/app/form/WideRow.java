package io.reelbench.app.form;

import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One option with the room of a page: its title over what it does, its control at the right, and under both what is wrong with it. */
public final class WideRow extends VBox {

    /** Controls end at one edge and begin at another. */
    private static final double CONTROL = 240;
    private static final String WRONG = "rb-red";

    private final Field field;
    private final Values values;
    private final Input input;
    private final Label title = new Label();
    private final Label help = new Label();
    private final HBox line;
    private List<Problem> problems = List.of();

    private WideRow(Field field, Values values, PathInput.Manner paths) {
        this.field = field;
        this.values = values;
        this.input = Inputs.of(field, values, paths);
        getStyleClass().add("rb-wide-row");
        setId("setting-" + field.name());
        title.getStyleClass().addAll("rb-name", "rb-strong");
        title.setText(field.label());
        help.getStyleClass().add("rb-wide-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        note("");
        VBox words = new VBox(2, title, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(16, words, control());
        line.getStyleClass().add("rb-wide-line");
        line.setAlignment(Pos.CENTER_LEFT);
        title.setLabelFor(input.edge());
        getChildren().add(line);
        if (input.edge().getAccessibleText() == null) {
            input.edge().setAccessibleText(field.label());
        }
        input.edge().setAccessibleHelp(field.help());
    }

    public static WideRow of(Field field, Values values) {
        return new WideRow(field, values, PathInput.Manner.FILES);
    }

    /** @param none what stands where no file is chosen */
    public static WideRow ofFile(Field field, Values values, String none) {
        return new WideRow(field, values, new PathInput.Manner(false, () -> none, Optional.empty(), _ -> {
        }));
    }

    /** @param none what stands where no folder is chosen */
    public static WideRow ofFolder(Field field, Values values, Supplier<String> none) {
        return new WideRow(field, values, new PathInput.Manner(true, none, Optional.empty(), _ -> {
        }));
    }

    /** As wide as it must be at the right, or as wide as all that stretch. */
    private HBox control() {
        Node node = input.node();
        HBox place = new HBox(node);
        place.setAlignment(Pos.CENTER_RIGHT);
        boolean stretches = !(input instanceof SwitchInput || input instanceof WordInput && !(node instanceof Region r
                && r.getStyleClass().contains("rb-combo")));
        if (stretches) {
            HBox.setHgrow(node, Priority.ALWAYS);
            place.setMinWidth(CONTROL);
            place.setPrefWidth(CONTROL);
            place.setMaxWidth(CONTROL);
        } else {
            place.setMinWidth(Region.USE_PREF_SIZE);
        }
        return place;
    }

    public Field field() {
        return field;
    }

    /** Says something behind what the option does, such as how it stands. */
    public void note(String words) {
        help.setText(words.isEmpty() ? field.help() : field.help() + " " + words);
    }

    /** Puts something to do at the right of the control. */
    public void add(Node node) {
        line.getChildren().add(node);
    }

    /** Where the keyboard goes when this option is looked for. */
    public void focus() {
        Node edge = input.edge();
        if (edge.isFocusTraversable()) {
            edge.requestFocus();
        } else {
            input.node().lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
        }
    }

    /** Shows what is given and what is wrong with it. */
    public void show(List<Problem> all) {
        input.show(values.shown(field.name()));
        List<Problem> now = all.stream().filter(p -> p.option().equals(field.name())).toList();
        if (now.equals(problems)) {
            return;
        }
        problems = now;
        getChildren().remove(1, getChildren().size());
        now.forEach(p -> getChildren().add(ProblemLine.of(p, field, values)));
        input.edge().getStyleClass().remove(WRONG);
        if (!now.isEmpty()) {
            input.edge().getStyleClass().add(WRONG);
        }
    }
}
