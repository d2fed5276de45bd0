package io.reelbench.app.viewer;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.problem.Message;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The row under the picture: the time, the steps, in and out. */
final class Transport extends BorderPane {

    private static final double ROOMY = 700;
    /** Two timecodes. */
    private static final double NARROW = 210;

    private final Label now = new Label();
    private final Label total = new Label();

    private final Player player;
    private final Button play;

    Transport(Actions actions, Player player) {
        this.player = player;
        getStyleClass().addAll("rb-panel", "rb-transport");
        now.getStyleClass().add("rb-timecode");
        total.getStyleClass().add("rb-timecode-total");
        HBox times = new HBox(8, now, total);
        times.setAlignment(Pos.CENTER_LEFT);
        this.play = icon(actions, "play", Icons.PLAY);
        play.getStyleClass().add("rb-play");
        HBox steps = new HBox(icon(actions, "previous-keyframe", Icons.PREVIOUS),
                icon(actions, "previous-frame", Icons.STEP_BACK),
                play,
                icon(actions, "next-frame", Icons.STEP_ON),
                icon(actions, "next-keyframe", Icons.NEXT));
        steps.setAlignment(Pos.CENTER);
        HBox marks = new HBox(2, loop(actions), new SoundButton(player, actions), quiet(actions, "mark-in", ViewerWords.IN),
                quiet(actions, "mark-out", ViewerWords.OUT), quiet(actions, "check-cut", CheckWords.CHECK));
        marks.setAlignment(Pos.CENTER_RIGHT);
        times.setMinWidth(0);
        marks.setMinWidth(USE_PREF_SIZE);
        // equal sides, so that the middle is the window's middle, as long as there is room for that
        widthProperty().subscribe(wide -> times.setPrefWidth(wide.doubleValue() < ROOMY ? NARROW : marks.prefWidth(-1)));
        setMinWidth(0);
        setLeft(times);
        setCenter(steps);
        setRight(marks);
        player.speed().subscribe(speed -> showPlay(speed.doubleValue() != 0));
        player.speed().subscribe(_ -> showDropped(player.dropped().get()));
        player.dropped().subscribe(frames -> showDropped(frames.longValue()));
    }

    private ToggleButton loop(Actions actions) {
        ToggleButton loop = new ToggleButton(null, Icons.LOOP.at(20));
        loop.getStyleClass().addAll("rb-icon-button", "rb-loop");
        loop.selectedProperty().bindBidirectional(player.looping());
        Actions.tip(loop, actions.find("loop"));
        loop.setAccessibleText(actions.find("loop").title());
        return loop;
    }

    private void showPlay(boolean plays) {
        play.setGraphic((plays ? Icons.PAUSE : Icons.PLAY).filled(20));
        play.setAccessibleText((plays ? ViewerWords.PAUSE : ViewerWords.PLAY).say());
    }

    private void showDropped(long frames) {
        String said = frames == 0
                ? ViewerWords.ALL_SHOWN.say()
                : frames == 1 ? ViewerWords.ONE_LATE.say() : ViewerWords.LATE.say(frames);
        Tip.say(now, player.plays() ? said : "");
    }

    private static Button icon(Actions actions, String id, Icons meaning) {
        Button button = new Button(null, meaning.at(20));
        button.getStyleClass().add("rb-icon-button");
        button.setFocusTraversable(true);
        return actions.bind(button, id);
    }

    private static Button quiet(Actions actions, String id, Message words) {
        Button button = new Button(words.say());
        button.getStyleClass().add("rb-quiet");
        return actions.bind(button, id);
    }

    /** Shows times in words; empty when there are none. */
    void show(String time, String length) {
        now.setText(time);
        total.setText(length.isEmpty() ? "" : "/ " + length);
    }
}
