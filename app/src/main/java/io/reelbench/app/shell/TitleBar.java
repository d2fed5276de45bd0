package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.KeyCap;
import io.reelbench.app.memory.Remembered.Look;
import io.reelbench.app.room.Actions;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The top of the window: the mark, the command box centred on the window, how the queue does, the theme. */
final class TitleBar extends Pane {

    private static final double HEIGHT = 40;
    private static final double MARGIN = 14;

    private final Mark mark = new Mark();
    private final Button commands = new Button();
    private final HBox right = new HBox();

    TitleBar(Actions actions, ObservableValue<QueueStatus> queue, ObservableValue<Look> look,
            ObservableValue<Boolean> narrow) {
        getStyleClass().addAll("rb-frame", "rb-title-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        actions.bind(commands, "command-box");
        fillCommands(actions);
        Button drawer = icon(Icons.PANEL.at(16));
        actions.bind(drawer, "toggle-recipe");
        narrow.subscribe(n -> {
            drawer.setVisible(n);
            drawer.setManaged(n);
        });
        Button theme = icon(Icons.MOON.at(16));
        actions.bind(theme, "switch-theme");
        look.subscribe(l -> theme.setGraphic((l == Look.LIGHT ? Icons.SUN : Icons.MOON).at(16)));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setSpacing(8);
        right.getChildren().addAll(status(queue), drawer, theme);
        getChildren().addAll(mark, commands, right);
    }

    private static Button icon(FontIcon drawing) {
        Button button = new Button();
        button.setGraphic(drawing);
        button.getStyleClass().add("rb-icon-button");
        return button;
    }

    private void fillCommands(Actions actions) {
        Label hint = new Label(ShellWords.SEARCH.say());
        hint.getStyleClass().add("rb-command-hint");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox inside = new HBox(9, Icons.SEARCH.at(16), hint, between);
        inside.getChildren().add(new KeyCap(actions.find("command-box")));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.setMouseTransparent(true);
        inside.prefWidthProperty().bind(commands.widthProperty().subtract(18));
        commands.setGraphic(inside);
        commands.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        commands.getStyleClass().add("rb-command-box");
    }

    private static HBox status(ObservableValue<QueueStatus> queue) {
        Region dot = new Region();
        dot.getStyleClass().add("rb-status-dot");
        Label words = new Label();
        words.getStyleClass().add("rb-quiet-words");
        words.setMinWidth(USE_PREF_SIZE);
        HBox status = new HBox(8, dot, words);
        status.getStyleClass().add("rb-status");
        status.setAlignment(Pos.CENTER_LEFT);
        queue.subscribe(now -> {
            words.setText(now.words());
            dot.getStyleClass().removeAll("rb-needs", "rb-working");
            if (now.needsYou() > 0) {
                dot.getStyleClass().add("rb-needs");
            } else if (now.working()) {
                dot.getStyleClass().add("rb-working");
            }
        });
        return status;
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(mark, MARGIN, 0, 16, HEIGHT, 0, HPos.LEFT, VPos.CENTER);
        double rightWidth = right.prefWidth(HEIGHT);
        layoutInArea(right, getWidth() - rightWidth - 12, 0, rightWidth, HEIGHT, 0, HPos.RIGHT, VPos.CENTER);
        double wish = getWidth() >= 1600 ? 420 : 360;
        double width = Math.min(wish, getWidth() - 2 * (rightWidth + 24));
        commands.resizeRelocate(Math.rint((getWidth() - width) / 2), 6, width, 28);
    }
}
