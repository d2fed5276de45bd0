package io.reelbench.app.viewer;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The row under the picture: the time, the steps, in and out. */
final class Transport extends BorderPane {

    private final Label now = new Label();
    private final Label total = new Label();

    Transport(Actions actions) {
        getStyleClass().addAll("rb-panel", "rb-transport");
        now.getStyleClass().add("rb-timecode");
        total.getStyleClass().add("rb-timecode-total");
        HBox times = new HBox(8, now, total);
        times.setAlignment(Pos.CENTER_LEFT);
        HBox steps = new HBox(4, icon(actions, "previous-keyframe", Icons.PREVIOUS),
                icon(actions, "previous-frame", Icons.STEP_BACK),
                icon(actions, "next-frame", Icons.STEP_ON),
                icon(actions, "next-keyframe", Icons.NEXT));
        steps.setAlignment(Pos.CENTER);
        HBox marks = new HBox(4, quiet(actions, "mark-in", "In"), quiet(actions, "mark-out", "Out"),
                quiet(actions, "check-cut", "Check cut"));
        marks.setAlignment(Pos.CENTER_RIGHT);
        // equal sides, so that the middle is the window's middle
        for (HBox side : new HBox[]{times, marks}) {
            side.setMinWidth(0);
            side.setPrefWidth(230);
        }
        setLeft(times);
        setCenter(steps);
        setRight(marks);
    }

    private static Button icon(Actions actions, String id, Icons meaning) {
        Button button = new Button(null, meaning.at(20));
        button.getStyleClass().add("rb-icon-button");
        button.setFocusTraversable(true);
        return actions.bind(button, id);
    }

    private static Button quiet(Actions actions, String id, String words) {
        Button button = new Button(words);
        button.getStyleClass().add("rb-quiet");
        return actions.bind(button, id);
    }

    /** Shows times in words; empty when there are none. */
    void show(String time, String length) {
        now.setText(time);
        total.setText(length.isEmpty() ? "" : "/ " + length);
    }
}
