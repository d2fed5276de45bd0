package io.reelbench.app.watching;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.problem.Translations;
import io.reelbench.engine.watch.WatchState;
import io.reelbench.engine.watch.WatchWish;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A watched folder: where, what is done, how it goes, and what was done last. */
final class WatchCell extends ListCell<WatchingModel.Row> {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private final StackPane mark = new StackPane();
    private final MiddleLabel folder = new MiddleLabel();
    private final Label does = new Label();
    private final Label state = new Label();
    private final Label taken = new Label();
    private final Label last = new Label();
    private final HBox row;

    WatchCell() {
        getStyleClass().add("rb-watch-cell");
        setPrefWidth(0);
        mark.setMinWidth(20);
        folder.getStyleClass().add("rb-name");
        does.getStyleClass().add("rb-facts");
        does.setMinWidth(0);
        state.getStyleClass().add("rb-facts");
        state.setMinWidth(0);
        VBox words = new VBox(2, folder, does, state);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        taken.getStyleClass().add("rb-facts");
        last.getStyleClass().addAll("rb-facts", "rb-hint");
        VBox right = new VBox(2, taken, last);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(10, mark, words, right);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(WatchingModel.Row item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : row);
        setAccessibleText(null);
        if (!empty) {
            show(item);
        }
    }

    private void show(WatchingModel.Row item) {
        WatchWish wish = item.watched().wish();
        WatchState now = item.state();
        folder.say(wish.folder().orElseThrow().toString());
        does.setText(WatchingWords.DOES.say(wish.preset().map(PresetNames::name).orElse(""),
                wish.to().map(Path::toString).orElseGet(WatchingWords.BESIDE::say)));
        boolean bad = now.offline() || now.trouble().isPresent();
        state.setText(said(item));
        state.getStyleClass().remove("rb-amber");
        if (bad) {
            state.getStyleClass().add("rb-amber");
        }
        Icons icon = item.watched().paused() ? Icons.PAUSE : bad ? Icons.WARNING : Icons.WATCH;
        var drawn = icon.at(16);
        if (bad && !item.watched().paused()) {
            drawn.getStyleClass().add("rb-amber");
        }
        mark.getChildren().setAll(drawn);
        taken.setText(WatchingWords.TAKEN.say(now.taken()));
        last.setText(now.last()
                .map(f -> WatchingWords.LAST.say(f.getFileName(),
                        now.lastAt().map(WHEN.withLocale(Translations.language())::format).orElse("")))
                .orElse(""));
        setAccessibleText(WatchingWords.SPOKEN.say(wish.folder().orElseThrow(), state.getText(), taken.getText()));
    }

    private static String said(WatchingModel.Row item) {
        WatchState now = item.state();
        if (item.watched().paused()) {
            return WatchingWords.PAUSED.say();
        } else if (now.offline()) {
            return WatchingWords.OFFLINE.say();
        } else if (now.trouble().isPresent()) {
            return now.trouble().get().toString();
        }
        return now.growing() > 0 ? WatchingWords.GROWING.say(now.growing()) : WatchingWords.WATCHING.say();
    }
}
