package io.reelbench.app.queue;

import io.reelbench.app.room.Room;
import javafx.scene.layout.BorderPane;

/** The queue region of the window. */
public final class QueuePane extends BorderPane {

    public QueuePane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-queue");
    }
}
