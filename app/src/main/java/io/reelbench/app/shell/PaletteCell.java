package io.reelbench.app.shell;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.KeyCap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of the command box: a heading, or something to do with the letters that were found in it. */
final class PaletteCell extends ListCell<PaletteCell.Line> {

    /** What a line shows. */
    sealed interface Line {
    }

    record Heading(String words) implements Line {
    }

    /** @param ranked whether it stands among others by how well it fits, so that its section is said beside it */
    record Offer(Entry.Found found, boolean ranked) implements Line {
    }

    /** The longest titles of steps stand in one line. */
    private static final double TITLE = 132;

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass NOT_NOW = PseudoClass.getPseudoClass("not-now");

    PaletteCell(Consumer<Entry> run) {
        getStyleClass().add("rb-palette-cell");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Offer(Entry.Found found, var _)
                    && found.entry().possible()) {
                run.accept(found.entry());
            }
        });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        pseudoClassStateChanged(HEADING, !empty && line instanceof Heading);
        pseudoClassStateChanged(NOT_NOW, !empty && line instanceof Offer(Entry.Found found, var _) && !found.entry().possible());
        if (!empty) {
            switch (line) {
                case Heading(String words) -> setText(words);
                case Offer offer -> show(offer);
            }
        }
    }

    private void show(Offer offer) {
        Entry entry = offer.found().entry();
        TextFlow title = title(entry.title(), new HashSet<>(offer.found().marks()));
        HBox row = new HBox(12, entry.icon().at(16), title);
        row.setAlignment(Pos.CENTER_LEFT);
        Label words = quiet(entry.told().isEmpty() ? entry.context() : entry.told());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getChildren().add(words);
        if (!entry.told().isEmpty()) {
            title.setMinWidth(TITLE);
            title.setPrefWidth(TITLE);
            Tip.say(words, entry.told());
            if (offer.ranked() && entry.possible()) {
                Label why = quiet(offer.found().keyword().orElse(entry.context()));
                why.setMinWidth(Region.USE_PREF_SIZE);
                row.getChildren().add(why);
            }
        }
        entry.key().ifPresent(key -> row.getChildren().add(new KeyCap(key)));
        setGraphic(row);
        setAccessibleText(entry.title() + ", " + (entry.told().isEmpty() ? entry.context() : entry.told()));
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("rb-hint");
        label.setMinWidth(0);
        label.setEllipsisString("…");
        return label;
    }

    private static TextFlow title(String words, Set<Integer> marks) {
        TextFlow flow = new TextFlow();
        int from = 0;
        for (int at = 1; at <= words.length(); at++) {
            if (at == words.length() || marks.contains(at) != marks.contains(from)) {
                Text run = new Text(words.substring(from, at));
                run.getStyleClass().add(marks.contains(from) ? "rb-found" : "rb-unfound");
                flow.getChildren().add(run);
                from = at;
            }
        }
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        flow.setMinWidth(Region.USE_PREF_SIZE);
        return flow;
    }
}
