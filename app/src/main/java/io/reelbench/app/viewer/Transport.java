package io.reelbench.app.viewer;

import io.reelbench.app.room.Actions;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.kordamp.ikonli.javafx.FontIcon;

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
        HBox steps = new HBox(4, icon(actions, "previous-keyframe", FluentUiRegularMZ.PREVIOUS_20),
                icon(actions, "previous-frame", FluentUiRegularAL.CARET_LEFT_20),
                icon(actions, "next-frame", FluentUiRegularAL.CARET_RIGHT_20),
                icon(actions, "next-keyframe", FluentUiRegularMZ.NEXT_20));
        steps.setAlignment(Pos.CENTER);
        HBox marks = new HBox(4, quiet(actions, "mark-in", "In"), quiet(actions, "mark-out", "Out"),
                quiet(actions, "clear-marks", "Clear"));
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

    private static Button icon(Actions actions, String id, Ikon meaning) {
        Button button = new Button(null, FontIcon.of(meaning, 20));
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
