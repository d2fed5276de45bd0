package io.reelbench.app.recipe;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.operation.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** A list of all operations with a search, by title, summary and other words that people use. */
final class StepPicker {

    private final List<Catalog.Entry> entries;
    private final Consumer<String> taken;
    private final TextField search = new TextField();
    private final ListView<Catalog.Entry> list = new ListView<>();
    private PopOver card;

    StepPicker(Catalog catalog, Consumer<String> taken) {
        this.entries = catalog.entries();
        this.taken = taken;
    }

    void show(Node owner) {
        search.setPromptText("Search steps");
        search.setAccessibleText("Search steps");
        search.textProperty().addListener((_, _, now) -> filter(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("step-picker");
        list.setFixedCellSize(44);
        list.setPrefHeight(44 * Math.min(8, entries.size()) + 2);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> take());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
            }
        });
        filter("");
        VBox content = new VBox(6, search, list);
        content.getStyleClass().add("rb-picker");
        content.setPrefWidth(300);
        card = Flyout.show(owner, content, PopOver.ArrowLocation.TOP_RIGHT);
        search.requestFocus();
    }

    private void filter(String typed) {
        String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
        list.getItems().setAll(entries.stream().filter(e -> List.of(words).stream().allMatch(w -> text(e).contains(w))).toList());
        list.getSelectionModel().selectFirst();
    }

    private static String text(Catalog.Entry entry) {
        var about = entry.about();
        return (about.id() + " " + about.title() + " " + about.summary() + " " + String.join(" ", about.keywords()))
                .toLowerCase(Locale.ROOT);
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            event.consume();
            list.getSelectionModel().select(
                    Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, list.getItems().size() - 1)));
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            take();
        }
    }

    private void take() {
        Catalog.Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            card.hide();
            taken.accept(chosen.about().id());
        }
    }

    /** One operation. */
    private static final class Row extends ListCell<Catalog.Entry> {

        Row() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Catalog.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(entry.about().title());
            title.getStyleClass().addAll("rb-name", "rb-strong");
            Label summary = new Label(entry.about().summary());
            summary.getStyleClass().add("rb-facts");
            summary.setMinWidth(0);
            VBox words = new VBox(1, title, summary);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox row = new HBox(10, StepIcons.of(entry.about()).at(16), words);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(entry.about().title() + ". " + entry.about().summary());
        }
    }
}
