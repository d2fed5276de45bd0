package io.reelbench.app.shell;

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

    record Offer(Entry.Found found) implements Line {
    }

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass NOT_NOW = PseudoClass.getPseudoClass("not-now");

    PaletteCell(Consumer<Entry> run) {
        getStyleClass().add("rb-palette-cell");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Offer(Entry.Found found)
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
        pseudoClassStateChanged(NOT_NOW, !empty && line instanceof Offer(Entry.Found found) && !found.entry().possible());
        if (!empty) {
            switch (line) {
                case Heading(String words) -> setText(words);
                case Offer(Entry.Found found) -> show(found);
            }
        }
    }

    private void show(Entry.Found found) {
        Entry entry = found.entry();
        TextFlow title = title(entry.title(), new HashSet<>(found.marks()));
        Label context = new Label(entry.context());
        context.getStyleClass().add("rb-hint");
        context.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(12, entry.icon().at(16), title, context, between);
        row.setAlignment(Pos.CENTER_LEFT);
        entry.key().ifPresent(key -> row.getChildren().add(new KeyCap(key)));
        setGraphic(row);
        setAccessibleText(entry.title() + ", " + entry.context());
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
