package io.reelbench.app.queue;

import io.reelbench.app.look.FactsLabel;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import io.reelbench.app.look.Thumb;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A task that waits. It can be dragged to another place. */
final class WaitingCell extends QueueCell {

    private static final DataFormat TASKS = new DataFormat("application/x-reelbench-tasks");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private final Thumb thumb = new Thumb(48, 27);
    private final MiddleLabel name = new MiddleLabel();
    private final FactsLabel facts = new FactsLabel();
    private final HBox buttons;
    private final HBox body;
    private CompletableFuture<?> hint = CompletableFuture.completedFuture(null);

    WaitingCell(RowTools tools) {
        super(tools);
        name.getStyleClass().add("rb-name");
        VBox words = new VBox(name, facts);
        words.getStyleClass().add("rb-task-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons = new HBox(RowTools.icon(Icons.UP, DeedWords.TO_TOP, this::toTop),
                RowTools.icon(Icons.CANCEL, DeedWords.REMOVE, () -> tools.deeds().remove(List.of(getItem()))));
        buttons.getStyleClass().add("rb-task-buttons");
        body = new HBox(thumb, words, buttons);
        body.getStyleClass().add("rb-task-row");
        setOnDragDetected(this::drag);
        setOnDragOver(this::over);
        setOnDragExited(_ -> line(null));
        setOnDragDropped(this::dropped);
    }

    private void toTop() {
        QueueRow first = getListView().getItems().getFirst();
        tools.deeds().move(List.of(getItem()), first, true);
    }

    @Override
    Node body() {
        return body;
    }

    @Override
    Thumb thumb() {
        return thumb;
    }

    @Override
    void touched(boolean now) {
        buttons.setVisible(now);
        buttons.setManaged(now);
    }

    @Override
    void turnedTo(QueueRow row) {
        hint.cancel(false);
        if (tools.hints().known(row).isEmpty()) {
            hint = tools.hints().find(row, _ -> {
                if (getItem() == row) {
                    show(row);
                }
            });
        }
    }

    @Override
    void show(QueueRow row) {
        name.say(row.name());
        facts.say(RowWords.waiting(row, tools.hints().known(row)));
    }

    private void drag(MouseEvent event) {
        List<QueueRow> rows = getListView().getSelectionModel().getSelectedItems();
        if (getItem() == null || rows.isEmpty()) {
            return;
        }
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(TASKS, rows.stream().map(QueueRow::id).collect(Collectors.joining(" ")));
        board.setContent(content);
        buttons.setVisible(false); // they are no part of what is dragged
        board.setDragView(snapshot(null, null));
        event.consume();
    }

    private void over(DragEvent event) {
        if (!getListView().getItems().isEmpty() && event.getDragboard().hasContent(TASKS)) {
            event.acceptTransferModes(TransferMode.MOVE);
            line(getItem() == null ? null : isAbove(event) ? ABOVE : BELOW);
            event.consume();
        }
    }

    private boolean isAbove(DragEvent event) {
        return event.getY() < getHeight() / 2;
    }

    private void dropped(DragEvent event) {
        List<QueueRow> rows = getListView().getItems();
        if (!rows.isEmpty() && event.getDragboard().getContent(TASKS) instanceof String ids) {
            // below all rows is behind the last one
            boolean below = getItem() == null;
            tools.drop().accept(new RowTools.Drop(List.of(ids.split(" ")), below ? rows.getLast() : getItem(),
                    !below && isAbove(event)));
            event.setDropCompleted(true);
            event.consume();
        }
        line(null);
    }

    private void line(PseudoClass where) {
        pseudoClassStateChanged(ABOVE, where == ABOVE);
        pseudoClassStateChanged(BELOW, where == BELOW);
    }
}
