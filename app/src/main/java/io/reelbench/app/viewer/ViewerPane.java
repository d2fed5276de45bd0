package io.reelbench.app.viewer;

import io.reelbench.app.room.Room;
import javafx.scene.layout.BorderPane;

/** The viewer region of the window. */
public final class ViewerPane extends BorderPane {

    public ViewerPane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-viewer");
    }
}
