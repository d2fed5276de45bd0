package io.reelbench.app.recipe.form;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong with one field, directly under it, and what can be done about it at once. */
public final class ProblemLine extends HBox {

    private ProblemLine(Problem problem) {
        super(6);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().addAll("rb-problem", problem.isWarning() ? "rb-amber" : "rb-red");
        Label sentence = new Label(Words.capital(problem.text().toString()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("rb-sentence");
        VBox words = new VBox(1, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        Node icon = problem.isWarning() ? Icons.WARNING.at(16) : Icons.FAILED.at(16);
        getChildren().addAll(icon, words);
    }

    /** A problem that no single field has. */
    public static ProblemLine plain(Problem problem) {
        ProblemLine line = new ProblemLine(problem);
        problem.fix().ifPresent(fix -> line.say(Words.capital(fix.toString())));
        return line;
    }

    static ProblemLine of(Problem problem, Field field, Consumer<String> use) {
        ProblemLine line = new ProblemLine(problem);
        List<String> values = Fixes.values(problem, field);
        if (values.isEmpty()) {
            problem.fix().ifPresent(fix -> line.say(Words.capital(fix.toString())));
        } else {
            FlowPane links = new FlowPane(12, 0);
            values.forEach(value -> links.getChildren().add(link(field, value, use)));
            line.words().getChildren().add(links);
        }
        return line;
    }

    private VBox words() {
        return (VBox) getChildren().getLast();
    }

    private void say(String fix) {
        Label label = new Label(fix);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("rb-hint");
        words().getChildren().add(label);
    }

    private static Button link(Field field, String value, Consumer<String> use) {
        Button link = new Button("Use " + Words.value(field, value));
        link.getStyleClass().add("rb-link");
        link.setOnAction(_ -> use.accept(value));
        return link;
    }
}
