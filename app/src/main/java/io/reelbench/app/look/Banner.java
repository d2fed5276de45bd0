package io.reelbench.app.look;

import io.reelbench.app.room.Tip;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One sentence that a person should know, with what can be done about it. Beside the thing it concerns, never over it. */
public final class Banner extends HBox {

    /** How much it matters. */
    public enum Tone {
        PLAIN(Icons.INFO), AMBER(Icons.WARNING), RED(Icons.FAILED);

        private final Icons icon;

        Tone(Icons icon) {
            this.icon = icon;
        }
    }

    private final Label words = new Label();

    public Banner(Tone tone, String sentence) {
        getStyleClass().addAll("rb-banner", "rb-" + tone.name().toLowerCase(Locale.ROOT));
        words.setText(sentence);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(tone.icon.at(16), words);
    }

    public void say(String sentence) {
        words.setText(sentence);
    }

    /** Adds something that helps. */
    public Banner fix(String title, Runnable run) {
        Button button = new Button(title);
        button.getStyleClass().add("rb-link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        getChildren().add(button);
        return this;
    }

    /** Adds a cross that takes it away. */
    public Banner closedBy(Runnable close) {
        Button button = new Button();
        button.setGraphic(Icons.CLOSE.at(12));
        button.getStyleClass().add("rb-icon-button");
        button.setAccessibleText(LookWords.CLOSE_NOTE.say());
        Tip.say(button, LookWords.CLOSE_NOTE.say());
        button.setOnAction(_ -> close.run());
        getChildren().add(button);
        return this;
    }
}
