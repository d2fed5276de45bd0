package io.reelbench.app.queue;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One lane: its head and its rows. */
final class Lane extends VBox {

    private final HBox head = new HBox();
    private final ListView<QueueRow> list;

    /**
     * @param name  for screen readers
     * @param empty what stands there when there are no rows
     */
    Lane(String name, String id, ObservableList<QueueRow> rows, Supplier<ListCell<QueueRow>> cell, String empty) {
        getStyleClass().add("rb-lane");
        head.getStyleClass().add("rb-lane-head");
        list = new ListView<>(rows);
        list.setId(id);
        list.getStyleClass().add("rb-lane-rows");
        list.setCellFactory(_ -> cell.get());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(name);
        Label nothing = new Label(empty);
        nothing.getStyleClass().addAll("rb-facts", "rb-hint");
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        setMinWidth(0);
    }

    /** What stands above the rows. */
    void head(Node... words) {
        head.getChildren().setAll(words);
    }

    void showHead(boolean shown) {
        head.setVisible(shown);
        head.setManaged(shown);
    }

    ListView<QueueRow> list() {
        return list;
    }

    /** The selected rows from top to bottom; rows that have just gone are left out. */
    List<QueueRow> selected() {
        return list.getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
    }

    /** Selects these rows and no others. */
    void select(List<QueueRow> rows) {
        list.getSelectionModel().clearSelection();
        for (QueueRow row : rows) {
            list.getSelectionModel().select(row);
        }
    }
}
