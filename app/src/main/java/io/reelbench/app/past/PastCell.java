package io.reelbench.app.past;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.problem.Translations;
import io.reelbench.engine.queue.TaskState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A past task in two lines: how it ended, of what, what was done, and when. Its nodes are made once. */
final class PastCell extends ListCell<Optional<PastRow>> {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private final StackPane mark = new StackPane();
    private final MiddleLabel name = new MiddleLabel();
    private final Label did = new Label();
    private final Label when = new Label();
    private final Label size = new Label();
    private final HBox row;
    private TaskState shown;

    PastCell() {
        getStyleClass().add("rb-past-cell");
        setPrefWidth(0);
        mark.setMinWidth(20);
        name.getStyleClass().add("rb-name");
        did.getStyleClass().add("rb-facts");
        did.setMinWidth(0);
        VBox words = new VBox(2, name, did);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        when.getStyleClass().add("rb-facts");
        when.setMinWidth(Region.USE_PREF_SIZE);
        size.getStyleClass().addAll("rb-facts", "rb-hint");
        VBox right = new VBox(2, when, size);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(10, mark, words, right);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    /** When something was, as people of this place write it. */
    static String spoken(java.time.Instant at) {
        return WHEN.withLocale(Translations.language()).format(at);
    }

    @Override
    protected void updateItem(Optional<PastRow> item, boolean empty) {
        super.updateItem(item, empty);
        boolean nothing = empty || item.isEmpty();
        setGraphic(nothing ? null : row);
        setAccessibleText(null);
        if (!nothing) {
            show(item.get());
        }
    }

    private void show(PastRow past) {
        TaskState state = past.task().state();
        if (state != shown) {
            shown = state;
            mark.getChildren().setAll(icon(state));
        }
        name.say(past.task().name());
        did.setText(state == TaskState.FAILED
                ? past.task().outcome().failure().map(f -> f.headline().toString()).orElse(past.told())
                : past.told());
        when.setText(spoken(past.task().times().created()));
        size.setText(past.bytes() > 0 ? new Bytes(past.bytes()).spoken() : PastWords.of(state).say());
        setAccessibleText(PastWords.SPOKEN.say(past.task().name(), PastWords.of(state).say(), did.getText(), when.getText()));
    }

    private static javafx.scene.Node icon(TaskState state) {
        var icon = switch (state) {
            case DONE -> Icons.VERIFIED.at(16);
            case FAILED -> Icons.FAILED.at(16);
            case CANCELLED -> Icons.CANCEL.at(16);
            case SKIPPED -> Icons.NEXT.at(16);
            case WAITING, RUNNING, PAUSED, VERIFYING -> Icons.TIME.at(16);
        };
        if (state == TaskState.DONE || state == TaskState.FAILED) {
            icon.getStyleClass().add(state == TaskState.DONE ? "rb-green" : "rb-red");
        }
        return icon;
    }
}
