package io.reelbench.app.form;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import java.util.ArrayList;
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

    private ProblemLine(Problem problem, Node icon, String tone) {
        super(6);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().addAll("rb-problem", tone);
        Label sentence = new Label(Words.capital(problem.text()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("rb-sentence");
        VBox words = new VBox(1, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
    }

    private static ProblemLine of(Problem problem) {
        return problem.isWarning()
                ? new ProblemLine(problem, Icons.WARNING.at(16), "rb-amber")
                : new ProblemLine(problem, Icons.FAILED.at(16), "rb-red");
    }

    /** What a step that nobody has touched yet tells about itself: no mistake, and nothing to mend. */
    static ProblemLine quiet(Problem problem) {
        return new ProblemLine(problem, Icons.INFO.at(16), "rb-untouched");
    }

    /** A problem that nothing but the person can mend. */
    public static ProblemLine alone(Problem problem) {
        return of(problem);
    }

    /** A problem that no single field has. */
    static ProblemLine plain(Problem problem, Values values) {
        ProblemLine line = of(problem);
        problem.fix().ifPresent(fix -> line.say(Words.capital(fix.toString())));
        line.offer(problem.fixes().stream().filter(values::mends).map(fix -> link(problem, fix, values)).toList());
        return line;
    }

    static ProblemLine of(Problem problem, Field field, Values values) {
        ProblemLine line = of(problem);
        List<Button> links = new ArrayList<>();
        Consumer<String> use = value -> new Sender(field, values).sendOnce(value);
        Fixes.values(problem, field).forEach(value -> links.add(link(field, value, use)));
        problem.fixes().stream().filter(fix -> Fixes.value(fix, field).isEmpty() && values.mends(fix))
                .forEach(fix -> links.add(link(problem, fix, values)));
        if (links.isEmpty()) {
            problem.fix().ifPresent(fix -> line.say(Words.capital(fix.toString())));
        }
        line.offer(links);
        return line;
    }

    private void offer(List<Button> links) {
        if (!links.isEmpty()) {
            FlowPane pane = new FlowPane(12, 0);
            pane.getChildren().addAll(links);
            words().getChildren().add(pane);
        }
    }

    private static Button link(Problem problem, Fix fix, Values values) {
        Button link = new Button(Words.capital(fix.text()));
        link.getStyleClass().add("rb-link");
        link.setOnAction(_ -> values.mend(problem, fix));
        return link;
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
        Button link = new Button(FormWords.USE.say(Words.value(field, value)));
        link.getStyleClass().add("rb-link");
        link.setOnAction(_ -> use.accept(value));
        return link;
    }
}
