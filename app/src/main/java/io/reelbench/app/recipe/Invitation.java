package io.reelbench.app.recipe;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.PresetNames;
import io.reelbench.engine.Presets;
import io.reelbench.engine.operation.Recipe;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What an empty recipe shows: ways to start. */
final class Invitation extends VBox {

    /** Of the first intention so many are shown, of each other one. */
    private static final int FIRST = 3;

    Invitation(Scope scope, PresetShelf shelf, Actions actions) {
        getStyleClass().add("rb-invitation");
        setPadding(new Insets(16, 12, 12, 12));
        Label title = new Label(RecipeWords.WHAT_SHOULD.say());
        title.getStyleClass().add("rb-section");
        Label words = new Label(RecipeWords.START_FROM.say());
        words.getStyleClass().add("rb-quiet-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        VBox head = new VBox(4, title, words);
        head.setPadding(new Insets(0, 8, 12, 8));
        Button add = new Button(RecipeWords.ADD_STEP.say());
        add.setGraphic(Icons.ADD.at(16));
        add.getStyleClass().add("rb-link");
        actions.bind(add, "add-step");
        getChildren().add(head);
        List<Presets.Group> groups = shelf.groups();
        groups.forEach(group -> group.presets().stream().limit(group == groups.getFirst() ? FIRST : 1)
                .forEach(recipe -> getChildren().add(start(scope, recipe, shelf))));
        Button all = new Button(RecipeWords.ALL_PRESETS.say());
        all.setGraphic(Icons.LIST.at(16));
        all.getStyleClass().add("rb-link");
        actions.bind(all, "presets");
        HBox links = new HBox(16, add, all);
        setMargin(links, new Insets(12, 8, 0, 6));
        getChildren().add(links);
    }

    private static Button start(Scope scope, Recipe recipe, PresetShelf shelf) {
        Button button = new Button();
        button.setGraphic(PresetShelf.row(recipe, scope));
        button.getStyleClass().add("rb-preset-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(RecipeWords.START_FROM_THAT.say(recipe.name().map(PresetNames::name).orElse("")));
        button.setOnAction(_ -> shelf.use(recipe));
        return button;
    }
}
