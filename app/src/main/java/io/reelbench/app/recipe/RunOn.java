package io.reelbench.app.recipe;

import io.reelbench.app.desk.Elsewhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Who does what the recipe says: this computer, or the service of an account. Only there when there is a choice. */
final class RunOn extends HBox {

    /** As of the labels of forms above it. */
    private static final double LABEL = 80;
    private static final String MIXED = "—";

    private final Scope scope;
    private final ComboBox<Optional<String>> where = new ComboBox<>();
    private boolean showing;

    RunOn(Scope scope) {
        super(8);
        this.scope = scope;
        getStyleClass().add("rb-run-on");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(RunOnWords.RUN_ON.say());
        title.getStyleClass().add("rb-label");
        title.setMinWidth(LABEL);
        title.setLabelFor(where);
        where.setId("run-on");
        where.getStyleClass().add("rb-combo");
        where.setAccessibleText(RunOnWords.RUN_ON.say());
        where.setMaxWidth(Double.MAX_VALUE);
        where.setMinWidth(0);
        where.setCellFactory(_ -> new Cell());
        where.setButtonCell(new Cell());
        HBox.setHgrow(where, Priority.ALWAYS);
        where.valueProperty().addListener((_, _, now) -> chosen(now));
        getChildren().addAll(title, where);
    }

    /** Whether there is anything to choose. */
    private boolean isOffered() {
        return scope.desk().elsewhere().all().stream().anyMatch(Elsewhere.Known::works);
    }

    void show() {
        setVisible(isOffered());
        setManaged(isVisible());
        showing = true;
        List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
        scope.desk().elsewhere().all().stream().filter(Elsewhere.Known::works)
                .forEach(k -> all.add(Optional.of(k.account().id())));
        if (!all.equals(where.getItems())) {
            where.getItems().setAll(all);
        }
        List<Optional<String>> now = scope.drafts().stream()
                .map(draft -> scope.desk().elsewhere().doing(draft).map(account -> account.id())).distinct().toList();
        where.setPromptText(MIXED);
        where.setValue(now.size() == 1 ? now.getFirst() : null);
        showing = false;
    }

    private void chosen(Optional<String> now) {
        if (!showing && now != null) {
            scope.runOn(now);
        }
    }

    private final class Cell extends ListCell<Optional<String>> {

        @Override
        protected void updateItem(Optional<String> item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item == null ? MIXED : scope.placeName(item));
        }
    }
}
