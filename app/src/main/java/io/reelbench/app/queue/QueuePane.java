package io.reelbench.app.queue;

import io.reelbench.app.room.Room;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;

/** The queue region of the window: a strip, or opened. The window gives it its height and binds {@link #opened()}. */
public final class QueuePane extends BorderPane {

    private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");

    public QueuePane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-queue");
    }

    /** Whether the lanes show; the action {@code toggle-queue} changes it. */
    public BooleanProperty opened() {
        return opened;
    }
}
