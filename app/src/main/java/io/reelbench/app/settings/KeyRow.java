package io.reelbench.app.settings;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Keys;
import io.reelbench.app.room.Section;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One action and its key. Press the key's button and then another key; what is in the way is said under it before anything changes. */
final class KeyRow extends VBox {

    private static final PseudoClass LISTENING = PseudoClass.getPseudoClass("listening");

    private final Action action;
    private final KeysPage page;
    private final Button key = new Button();
    private final Button none = icon(Icons.CLOSE, SettingsWords.NO_KEY);
    private final Button reset = icon(Icons.UNDO, SettingsWords.RESET_KEY);
    private boolean listening;

    KeyRow(Action action, KeysPage page) {
        this.action = action;
        this.page = page;
        getStyleClass().add("rb-key-row");
        setId("key-" + action.id());
        Label title = new Label(action.title());
        title.getStyleClass().add("rb-name");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        key.getStyleClass().add("rb-key-button");
        key.setOnAction(_ -> listen(true));
        key.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        key.focusedProperty().subscribe(now -> {
            if (!now) {
                listen(false);
            }
        });
        none.setOnAction(_ -> page.give(action, Optional.empty()));
        reset.setOnAction(_ -> page.reset(action));
        HBox line = new HBox(4, title, key, none, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("rb-key-line");
        getChildren().add(line);
        action.keyProperty().subscribe(this::show);
    }

    private static Button icon(Icons drawing, SettingsWords words) {
        Button button = new Button();
        button.setGraphic(drawing.at(12));
        button.getStyleClass().add("rb-icon-button");
        Tip.say(button, words.say());
        return button;
    }

    Section where() {
        return action.where();
    }

    /** What it may be found by, in small letters. */
    String words() {
        return (action.title() + " " + action.where().say() + " " + action.key().map(Keys::words).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    void show() {
        String now = action.key().map(Keys::words).orElse(SettingsWords.NONE.say());
        key.setText(listening ? SettingsWords.PRESS_KEY.say() : now);
        key.setAccessibleText(SettingsWords.KEY_OF.say(action.title(), now));
        none.setAccessibleText(SettingsWords.NO_KEY_OF.say(action.title()));
        reset.setAccessibleText(SettingsWords.RESET_KEY_OF.say(action.title()));
        none.setVisible(action.key().isPresent());
        reset.setVisible(page.isChanged(action));
    }

    private void listen(boolean now) {
        listening = now;
        key.pseudoClassStateChanged(LISTENING, now);
        if (now) {
            getChildren().remove(1, getChildren().size());
        }
        show();
    }

    private void pressed(KeyEvent event) {
        if (!listening) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            listen(false);
        } else {
            Keys.of(event).ifPresent(this::take);
        }
    }

    private void take(KeyCombination pressed) {
        listen(false);
        Optional<Action> other = page.inTheWay(action, pressed);
        if (other.isEmpty()) {
            page.give(action, Optional.of(pressed));
            return;
        }
        Label words = new Label(SettingsWords.KEY_TAKEN.say(Keys.words(pressed), other.get().title()));
        Button take = new Button(SettingsWords.TAKE_KEY.say());
        take.getStyleClass().add("rb-link");
        take.setOnAction(_ -> {
            close();
            page.give(action, Optional.of(pressed));
        });
        Button leave = new Button(SettingsWords.LEAVE_KEY.say());
        leave.getStyleClass().add("rb-link");
        leave.setOnAction(_ -> close());
        HBox line = new HBox(8, Icons.WARNING.at(16), words, take, leave);
        line.getStyleClass().addAll("rb-key-taken", "rb-amber");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        take.requestFocus();
    }

    private void close() {
        getChildren().remove(1, getChildren().size());
        key.requestFocus();
    }
}
