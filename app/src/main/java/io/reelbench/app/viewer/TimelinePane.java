package io.reelbench.app.viewer;

import io.reelbench.app.room.Room;
import javafx.scene.layout.BorderPane;

/** The timeline under the viewer. */
public final class TimelinePane extends BorderPane {

    public TimelinePane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-timeline");
        setPrefHeight(146);
    }
}
