package io.reelbench.app.clips;

import io.reelbench.app.room.Room;
import javafx.scene.layout.BorderPane;

/** The clips region of the window. */
public final class ClipsPane extends BorderPane {

    public ClipsPane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-clips");
    }
}
