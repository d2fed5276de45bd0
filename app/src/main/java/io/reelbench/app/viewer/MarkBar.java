package io.reelbench.app.viewer;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.room.Actions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Finds marks, shows how far that is, and switches each kind of them; one click slices at what is seen. */
final class MarkBar extends HBox {

    private static final double BAR = 64;

    private final Finding finding;
    private final Button find;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel;
    private final Map<Mark.Kind, ToggleButton> kinds = new EnumMap<>(Mark.Kind.class);
    private final Label nothing = new Label();
    private final Button slice;
    private boolean showing;

    MarkBar(Actions actions, Finding finding) {
        super(2);
        this.finding = finding;
        setAlignment(Pos.CENTER_RIGHT);
        find = link(actions, "find-marks", MarkWords.FIND);
        cancel = link(actions, "stop-finding", MarkWords.STOP);
        slice = link(actions, "slice-at-marks", MarkWords.SLICE);
        bar.getStyleClass().add("rb-mark-progress");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.setAccessibleText(MarkWords.FINDING.say());
        nothing.getStyleClass().addAll("rb-facts", "rb-hint");
        nothing.setMinWidth(0);
        for (Mark.Kind kind : Mark.Kind.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().add("rb-foot-choice");
            button.setId("marks-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            button.setMinWidth(USE_PREF_SIZE);
            Tip.say(button, MarkWords.KIND_TIP.say());
            button.selectedProperty().addListener((_, _, now) -> {
                if (!showing) {
                    finding.see(kind, now);
                }
            });
            kinds.put(kind, button);
        }
    }

    private static Button link(Actions actions, String id, MarkWords words) {
        Button button = new Button(words.say());
        button.getStyleClass().add("rb-foot-choice");
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return actions.bind(button, id);
    }

    void show(Clip clip) {
        showing = true;
        List<Node> now = new ArrayList<>();
        if (clip != null && clip.media().filter(m -> !m.still()).isPresent()) {
            switch (finding.of(clip)) {
                case Finding.State.Unknown _ -> now.add(find);
                case Finding.State.Looking(double done) -> {
                    bar.setProgress(done <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : Math.max(done, bar.getProgress()));
                    now.addAll(List.of(bar, cancel));
                }
                case Finding.State.Found(List<Mark> marks) -> found(now, marks);
                case Finding.State.Failed(var why) -> {
                    nothing.setText(why.headline().toString());
                    now.addAll(List.of(nothing, find));
                }
            }
        }
        if (!now.contains(bar)) {
            bar.setProgress(0);
        }
        if (!now.equals(getChildren())) {
            getChildren().setAll(now);
        }
        showing = false;
    }

    private void found(List<Node> now, List<Mark> marks) {
        for (Mark.Kind kind : Mark.Kind.values()) {
            long count = marks.stream().filter(m -> m.kind() == kind).count();
            if (count > 0) {
                ToggleButton button = kinds.get(kind);
                button.setText(MarkWords.of(kind, count).say(count));
                button.setSelected(finding.isSeen(kind));
                now.add(button);
            }
        }
        if (now.isEmpty()) {
            nothing.setText(MarkWords.NOTHING.say());
            now.add(nothing);
        } else {
            now.add(slice);
        }
    }
}
