package io.reelbench.app.look;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One quiet word about a thing: {@code HDR}, {@code Offline}. It never shortens. */
public final class Badge extends Label {

    /** How much it matters. */
    public enum Tone {
        PLAIN, AMBER, RED
    }

    public Badge(String word) {
        this(word, Tone.PLAIN);
    }

    public Badge(String word, Tone tone) {
        super(word);
        getStyleClass().addAll("rb-badge", "rb-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
