package io.reelbench.app.look;

import io.reelbench.app.room.Action;
import io.reelbench.app.room.Keys;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/** A key as it stands on a keyboard: {@code Ctrl K}. It never shortens. */
public final class KeyCap extends Label {

    public KeyCap(KeyCombination key) {
        this(Keys.words(key));
    }

    /** The key that an action has now; nothing while it has none. */
    public KeyCap(Action action) {
        this("");
        action.keyProperty().subscribe(key -> {
            setText(key.map(Keys::words).orElse(""));
            setVisible(key.isPresent());
            setManaged(key.isPresent());
        });
    }

    public KeyCap(String words) {
        super(words);
        getStyleClass().add("rb-key");
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
