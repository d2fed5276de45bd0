package io.reelbench.app.making;

import io.reelbench.app.form.ProblemLine;
import io.reelbench.app.look.Segments;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The words that say what shall be made; several lines may be one job or several. */
final class PromptRow extends VBox {

    private static final int ROWS = 4;

    private final String option;
    private final TextArea words = new TextArea();
    private final Segments<Boolean> each = new Segments<>(List.of(false, true),
            per -> (per ? MakingWords.JOB_PER_LINE : MakingWords.ONE_JOB).say());
    private final HBox lines;
    private List<Problem> problems = List.of();

    PromptRow(Model.Parameter prompt, Runnable changed) {
        this.option = prompt.name();
        getStyleClass().addAll("rb-wide-row", "rb-prompt-row");
        setId("prompt");
        Label title = new Label(prompt.title());
        title.getStyleClass().addAll("rb-name", "rb-strong");
        title.setLabelFor(words);
        Label help = help(prompt.said().help().say());
        words.setWrapText(true);
        words.setPrefRowCount(ROWS);
        words.getStyleClass().add("rb-prompt");
        words.setAccessibleText(prompt.title());
        words.setAccessibleHelp(help.getText());
        words.textProperty().addListener((_, _, _) -> {
            arrange();
            changed.run();
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label several = help(MakingWords.LINES_HELP.say());
        HBox.setHgrow(several, Priority.ALWAYS);
        several.setMaxWidth(Double.MAX_VALUE);
        each.setAccessibleText(MakingWords.LINES.say());
        each.value().set(false);
        each.value().addListener((_, _, _) -> changed.run());
        lines = new HBox(16, several, each);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("rb-prompt-lines");
        getChildren().addAll(title, help, words, lines);
        arrange();
    }

    private static Label help(String text) {
        Label help = new Label(text);
        help.getStyleClass().add("rb-wide-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        return help;
    }

    /** Tab goes on, as from every other field. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            words.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private List<String> written() {
        return words.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private void arrange() {
        boolean several = written().size() > 1;
        lines.setVisible(several);
        lines.setManaged(several);
    }

    /** One for each job; empty when nothing is written. */
    List<String> prompts() {
        List<String> all = written();
        return all.size() < 2 || !each.value().get() ? all.isEmpty() ? List.of() : List.of(words.getText().strip()) : all;
    }

    void show(List<Problem> all) {
        List<Problem> now = all.stream().filter(p -> p.option().equals(option)).toList();
        if (!now.equals(problems)) {
            problems = now;
            getChildren().removeIf(ProblemLine.class::isInstance);
            now.forEach(p -> getChildren().add(ProblemLine.alone(p)));
        }
    }

    void focus() {
        words.requestFocus();
    }
}
