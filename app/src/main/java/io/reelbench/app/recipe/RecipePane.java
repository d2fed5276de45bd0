package io.reelbench.app.recipe;

import io.reelbench.app.room.Room;
import javafx.scene.layout.BorderPane;

/** The recipe region of the window. */
public final class RecipePane extends BorderPane {

    public RecipePane(Room room) {
        getStyleClass().addAll("rb-panel", "rb-recipe");
    }
}
