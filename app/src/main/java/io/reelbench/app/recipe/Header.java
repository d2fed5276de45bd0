package io.reelbench.app.recipe;

import io.reelbench.app.desk.Draft;
import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.PresetNames;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The region's head: which preset, and adding a step. */
final class Header extends HBox {

    private final Scope scope;
    private final PresetShelf shelf;
    private final Button preset = new Button();
    private final Button add = new Button();

    Header(Scope scope, PresetShelf shelf) {
        this.scope = scope;
        this.shelf = shelf;
        getStyleClass().addAll("rb-header", "rb-recipe-header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(RecipeWords.RECIPE.say());
        title.getStyleClass().add("rb-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        preset.getStyleClass().addAll("rb-quiet", "rb-preset");
        preset.setGraphic(Icons.DOWN.at(16));
        preset.setContentDisplay(ContentDisplay.RIGHT);
        preset.setMinWidth(0);
        preset.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // "edited" stays
        preset.setEllipsisString("…");
        preset.setId("preset");
        add.setGraphic(Icons.ADD.at(16));
        add.getStyleClass().add("rb-icon-button");
        add.setId("add-step");
        getChildren().addAll(title, space, preset, add);
    }

    void bind(Actions actions) {
        actions.bind(preset, "presets");
        actions.bind(add, "add-step");
        add.setAccessibleText(RecipeWords.ADD_STEP.say());
    }

    Button preset() {
        return preset;
    }

    void show() {
        Draft draft = scope.draft();
        boolean differ = scope.drafts().stream().anyMatch(d -> !d.name().equals(draft.name()));
        boolean edited = draft.name().isPresent() && !shelf.isUntouched(draft);
        String nameless = (draft.cards().isEmpty() ? RecipeWords.PRESETS : RecipeWords.CUSTOM).say();
        preset.setText(differ
                ? "—"
                : draft.name().map(PresetNames::name).map(n -> edited ? RecipeWords.EDITED.say(n) : n).orElse(nameless));
        preset.setAccessibleText(RecipeWords.PRESET.say(preset.getText()));
    }
}
