package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.BadValue;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A moment or a length, typed in any form that the engine reads; up and down go by a tenth of a second, or by a frame. */
final class TimeInput extends TextInput {

    private static final long TENTH = Time.SECOND / 10;

    private final HBox row = new HBox(4);

    TimeInput(Sender sender, String prompt) {
        super(sender, prompt);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field(), Priority.ALWAYS);
        row.getChildren().add(field());
        if (sender.field().kind().name().equals("moment")) {
            row.getChildren().add(fromPlayhead());
        }
    }

    private Button fromPlayhead() {
        Button here = new Button();
        here.setGraphic(Icons.PIN.at(16));
        here.getStyleClass().add("rb-icon-button");
        here.setAccessibleText(FormWords.AT_PLAYHEAD.say(sender().field().label()));
        Tip.say(here, FormWords.TAKE_TIME.say());
        here.setOnAction(_ -> sender().values().playhead().ifPresent(us -> sender().sendOnce(Time.seconds(us))));
        return here;
    }

    @Override
    String visible(String written) {
        return Words.value(sender().field(), written);
    }

    @Override
    void nudge(int steps) {
        String now = shown().textOr(sender().field().usual().orElse("0"));
        try {
            switch (Moment.parse(now)) {
                case Moment.At(long us) -> sender().send(Time.seconds(Math.max(0, us + TENTH * steps)));
                case Moment.AtFrame(long frame) -> sender().send(Math.max(0, frame + steps) + "f");
                case Moment.Share(int points) -> sender().send(Math.clamp(points / 100 + steps, 0, 100) + "%");
                case Moment.BeforeEnd _,Moment.AtTimecode _ -> fromThere(steps);
            }
        } catch (BadValue unreadable) {
            fromThere(steps);
        }
    }

    /** What cannot be counted from the start is counted from where the viewer stands. */
    private void fromThere(int steps) {
        OptionalLong us = sender().values().playhead();
        us.ifPresent(at -> sender().send(Time.seconds(Math.max(0, at + TENTH * steps))));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node edge() {
        return field();
    }
}
