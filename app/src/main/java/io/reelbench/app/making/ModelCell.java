package io.reelbench.app.making;

import io.reelbench.engine.cloud.provider.Model;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A model: its name, and what it makes. */
final class ModelCell extends ListCell<Model> {

    private final Label name = new Label();
    private final Label makes = new Label();
    private final VBox words = new VBox(1, name, makes);

    ModelCell() {
        getStyleClass().addAll("rb-settings-page-cell", "rb-model-cell");
        setPrefWidth(0);
        name.setMinWidth(0);
        makes.setMinWidth(0);
        makes.getStyleClass().addAll("rb-facts", "rb-hint");
        words.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Model model, boolean empty) {
        super.updateItem(model, empty);
        setGraphic(empty ? null : words);
        if (!empty) {
            name.setText(model.title());
            makes.setText(model.makes().say());
            setAccessibleText(model.title() + ", " + makes.getText());
        }
    }
}
