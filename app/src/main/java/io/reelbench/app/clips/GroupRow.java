package io.reelbench.app.clips;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The row of a folder: two of its pictures, its name, and how many clips of what length and size it holds. */
final class GroupRow extends HBox {

    private static final double SMALLER = 0.9;
    private static final double EDGE = 1.5;

    private final ThumbView front;
    private final ThumbView behind;
    private final MiddleLabel name = new MiddleLabel();
    private final FactsLabel facts = new FactsLabel();
    private final Button chevron = new Button();
    private final VBox words;

    /** @param fold opens or shuts the folder that is shown */
    GroupRow(RowTools tools, Runnable fold) {
        this.front = new ThumbView(tools.thumbs());
        this.behind = new ThumbView(tools.thumbs());
        getStyleClass().addAll("rb-clip-row", "rb-group-row");
        name.getStyleClass().add("rb-name");
        facts.getStyleClass().add("rb-clip-facts");
        HBox first = new HBox(name);
        first.getStyleClass().add("rb-clip-first");
        setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        words = new VBox(first, facts);
        words.getStyleClass().add("rb-clip-words");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        setHgrow(words, Priority.ALWAYS);
        chevron.getStyleClass().addAll("rb-icon-button", "rb-row-button");
        chevron.setFocusTraversable(false);
        chevron.setOnAction(_ -> fold.run());
        getChildren().addAll(stack(), words, chevron);
    }

    private Pane stack() {
        behind.setMouseTransparent(true);
        behind.getStyleClass().add("rb-thumb-behind");
        for (ThumbView one : List.of(behind, front)) {
            one.setScaleX(SMALLER);
            one.setScaleY(SMALLER);
        }
        Group back = new Group(behind);
        Group fore = new Group(front);
        back.relocate(Thumbs.WIDTH * (1 - SMALLER), 0);
        fore.relocate(0, Thumbs.HEIGHT * (1 - SMALLER));
        // parts two pictures that look alike
        Region edge = new Region();
        edge.getStyleClass().add("rb-thumb-edge");
        edge.setMouseTransparent(true);
        edge.resizeRelocate(0, Thumbs.HEIGHT * (1 - SMALLER) - EDGE, Thumbs.WIDTH * SMALLER + EDGE,
                Thumbs.HEIGHT * SMALLER + EDGE);
        edge.setManaged(false);
        Pane stack = new Pane(back, edge, fore);
        stack.setMinSize(Thumbs.WIDTH, Thumbs.HEIGHT);
        stack.setMaxSize(Thumbs.WIDTH, Thumbs.HEIGHT);
        return stack;
    }

    /** Null: an empty row. */
    void show(Row.Group group) {
        front.show(group == null ? null : group.clips().getFirst());
        behind.show(group == null ? null : group.clips().get(1));
        if (group == null) {
            return;
        }
        name.say(group.name());
        facts.say(facts(group));
        chevron.setGraphic((group.open() ? Icons.DOWN : Icons.FORWARD).at(12));
        String folds = (group.open() ? ClipWords.FOLD : ClipWords.UNFOLD).say();
        chevron.setAccessibleText(folds);
        Tip.say(chevron, folds);
        Tip.say(words, group.folder().toString());
    }

    /** How many clips, how long and how large all that are known are together. */
    static List<String> facts(Row.Group group) {
        long us = 0;
        long bytes = 0;
        int wrong = 0;
        for (Clip clip : group.clips()) {
            switch (clip.facts().get()) {
                case Facts.Known(Media media) -> {
                    us += media.still() ? 0 : media.lengthUs().orElse(0);
                    bytes += media.bytes();
                }
                case Facts.Unreadable _ -> wrong++;
                case Facts.Reading _ -> {
                    // counted when it is known
                }
            }
        }
        List<String> facts = new ArrayList<>(List.of(ClipWords.COUNT.say(group.clips().size())));
        if (us >= Time.SECOND) {
            facts.add(Time.spoken(us / Time.SECOND * Time.SECOND));
        }
        if (bytes > 0) {
            facts.add(new Bytes(bytes).spoken());
        }
        if (wrong > 0) {
            facts.add(ClipWords.UNREADABLE.say(wrong));
        }
        return facts;
    }

    /** All that the row shows, as one sentence for screen readers. */
    static String spoken(Row.Group group) {
        return (group.open() ? ClipWords.OPEN_FOLDER_ROW : ClipWords.SHUT_FOLDER_ROW).say(group.name(),
                String.join(", ", facts(group)));
    }
}
