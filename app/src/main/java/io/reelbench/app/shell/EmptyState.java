package io.reelbench.app.shell;

import io.reelbench.app.look.KeyCap;
import io.reelbench.app.room.Actions;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/** The window with nothing in it: all of it takes what is dropped. */
final class EmptyState extends StackPane {

    private static final double INSET = 28.5;
    private static final double ARM = 28;

    private final HBox buttons = new HBox(8);

    EmptyState(Actions actions) {
        getStyleClass().addAll("rb-panel", "rb-empty");
        Label title = new Label(ShellWords.DROP.say());
        title.getStyleClass().add("rb-empty-title");
        Label below = new Label(ShellWords.WHAT.say());
        below.getStyleClass().addAll("rb-name", "rb-empty-words");
        buttons.setAlignment(Pos.CENTER);
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("open-files", ShellWords.OPEN.say());
        ways.put("open-recent", ShellWords.RECENT.say());
        ways.put("try-sample", ShellWords.TRY_SAMPLE.say());
        ways.forEach((id, words) -> actions.known(id).ifPresent(_ -> {
            Button button = new Button(words);
            button.getStyleClass().add("rb-big");
            buttons.getChildren().add(actions.bind(button, id));
        }));
        VBox middle = new VBox(title, below, buttons);
        middle.setAlignment(Pos.CENTER);
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox.setMargin(below, new Insets(10, 0, 22, 0));
        middle.setTranslateY(-16);
        Pane corners = new Corners();
        HBox hints = new HBox(22);
        hints.setAlignment(Pos.CENTER);
        hints.setMaxHeight(Region.USE_PREF_SIZE);
        hint(hints, actions, "open-files", ShellWords.OPEN_HINT.say());
        hint(hints, actions, "paste-files", ShellWords.PASTE_HINT.say());
        hint(hints, actions, "command-box", ShellWords.EVERY_ACTION.say());
        setAlignment(hints, Pos.BOTTOM_CENTER);
        setMargin(hints, new Insets(0, 0, 32, 0));
        getChildren().addAll(corners, middle, hints);
    }

    private static void hint(HBox hints, Actions actions, String id, String words) {
        actions.known(id).ifPresent(action -> {
            Label label = new Label(words);
            label.getStyleClass().add("rb-hint");
            HBox one = new HBox(6, new KeyCap(action), label);
            one.setAlignment(Pos.CENTER);
            action.keyProperty().subscribe(key -> {
                one.setVisible(key.isPresent());
                one.setManaged(key.isPresent());
            });
            hints.getChildren().add(one);
        });
    }

    /** Gives the focus to the first way in, so that Enter opens files. */
    void focus() {
        if (!buttons.getChildren().isEmpty()) {
            buttons.getChildren().getFirst().requestFocus();
        }
    }

    /** A viewfinder instead of a dashed box. */
    private static final class Corners extends Pane {

        private final Polyline[] all = {corner(), corner(), corner(), corner()};

        Corners() {
            setMouseTransparent(true);
            getChildren().addAll(all);
        }

        private static Polyline corner() {
            Polyline line = new Polyline();
            line.getStyleClass().add("rb-corner");
            return line;
        }

        @Override
        protected void layoutChildren() {
            double right = getWidth() - INSET;
            double bottom = getHeight() - INSET;
            draw(all[0], INSET, INSET, 1, 1);
            draw(all[1], right, INSET, -1, 1);
            draw(all[2], INSET, bottom, 1, -1);
            draw(all[3], right, bottom, -1, -1);
        }

        private static void draw(Polyline line, double x, double y, int inX, int inY) {
            line.getPoints().setAll(x + inX * ARM, y, x, y, x, y + inY * ARM);
        }
    }
}
