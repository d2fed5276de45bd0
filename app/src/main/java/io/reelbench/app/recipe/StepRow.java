package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line of one step: icon, title, summary in words, chevron. Opens and closes by click, Enter and Space. */
final class StepRow extends HBox {

    private static final double TITLE = 84;

    private final Label title = new Label() {
        @Override
        protected double computePrefWidth(double height) {
            return Math.max(TITLE, super.computePrefWidth(height));
        }
    };
    private final MiddleLabel middle = new MiddleLabel();
    private final Label summary;
    private final FontIcon icon;
    private final FontIcon grip = Icons.GRIP.at(16);
    private final StackPane gripPlace;
    private final StackPane mark = StepCard.cell(16);
    private final StackPane chevron = StepCard.cell(16);
    private final Runnable toggle;

    /** @param byMiddle whether a long summary loses its middle, as names do, or its end */
    StepRow(Icons icon, String title, boolean byMiddle, Runnable toggle) {
        this.summary = byMiddle ? middle : new Label();
        this.icon = icon.at(16);
        this.toggle = toggle;
        this.icon.getStyleClass().add("rb-step-icon");
        this.gripPlace = new StackPane(this.icon, grip);
        getStyleClass().add("rb-step-row");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        grip.getStyleClass().add("rb-grip");
        gripPlace.setMinWidth(16);
        gripPlace.setMaxWidth(16);
        this.title.setText(title);
        this.title.getStyleClass().addAll("rb-name", "rb-strong", "rb-step-title");
        // a column, which a longer title pushes on: summaries shorten, titles never
        this.title.setMinWidth(Region.USE_PREF_SIZE);
        this.summary.getStyleClass().addAll("rb-quiet-words", "rb-step-summary");
        this.summary.setMinWidth(0);
        this.summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(this.summary, Priority.ALWAYS);
        getChildren().addAll(gripPlace, this.title, this.summary, mark, chevron);
        trouble(List.of());
        open(false);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                toggle.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (plain && event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                event.consume();
                toggle.run();
            }
        });
    }

    /** Puts a control before the chevron. */
    void before(Region control) {
        getChildren().add(getChildren().indexOf(mark), control);
    }

    void withoutGrip() {
        gripPlace.getChildren().remove(grip);
        getStyleClass().add("rb-fixed");
    }

    Node grip() {
        return gripPlace;
    }

    void say(String words) {
        if (summary == middle) {
            middle.say(words);
        } else {
            summary.setText(words);
        }
    }

    void dim(boolean now) {
        getStyleClass().remove("rb-off");
        if (now) {
            getStyleClass().add("rb-off");
        }
    }

    void open(boolean now) {
        chevron.getChildren().setAll((now ? Icons.DOWN : Icons.FORWARD).at(16));
        summary.setVisible(!now);
        setAccessibleHelp((now ? RecipeWords.ENTER_CLOSES : RecipeWords.ENTER_OPENS).say());
    }

    void trouble(List<Problem> problems) {
        mark.setVisible(!problems.isEmpty());
        mark.setManaged(!problems.isEmpty());
        if (!problems.isEmpty()) {
            mark.getChildren().setAll(StepCard.mark(problems));
            Tip.say(mark, problems.stream().map(p -> p.text().toString()).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            toggle.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
