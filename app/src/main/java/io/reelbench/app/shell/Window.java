package io.reelbench.app.shell;

import io.reelbench.app.clips.ClipsPane;
import io.reelbench.app.look.Theme;
import io.reelbench.app.queue.QueuePane;
import io.reelbench.app.recipe.RecipePane;
import io.reelbench.app.room.Room;
import io.reelbench.app.viewer.ViewerPane;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Puts the regions together: clips, viewer over timeline over queue, and the recipe, which keeps the full height. */
public final class Window {

    private final Room room;
    private final Scene scene;

    public Window(Room room) {
        this.room = room;
        ClipsPane clips = new ClipsPane(room);
        clips.setPrefWidth(296);
        ViewerPane viewer = new ViewerPane(room);
        VBox.setVgrow(viewer, Priority.ALWAYS);
        VBox centre = new VBox(1, viewer);
        HBox.setHgrow(centre, Priority.ALWAYS);
        HBox bench = new HBox(1, clips, centre);
        VBox.setVgrow(bench, Priority.ALWAYS);
        VBox left = new VBox(1, bench, new QueuePane(room));
        RecipePane recipe = new RecipePane(room);
        recipe.setPrefWidth(320);
        BorderPane all = new BorderPane(left, null, recipe, null, null);
        this.scene = new Scene(all, 1280, 720);
        Theme.dress(scene, room.memory().now().look());
        room.actions().listenTo(scene);
    }

    public Scene scene() {
        return scene;
    }

    public Room room() {
        return room;
    }
}
