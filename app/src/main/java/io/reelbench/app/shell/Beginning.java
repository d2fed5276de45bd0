package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;
import io.reelbench.app.look.Theme;
import io.reelbench.app.memory.Memory;
import io.reelbench.engine.problem.Failure;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window before the engine is open: the same surfaces with nothing on them, or why it cannot be opened. */
public final class Beginning {

    private final StackPane place = new StackPane();
    private final Scene scene;

    public Beginning(Memory memory) {
        place.getStyleClass().add("rb-beginning");
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox bar = new HBox(new Mark());
        bar.getStyleClass().addAll("rb-frame", "rb-header", "rb-beginning-bar");
        scene = new Scene(new VBox(1, bar, place), 1280, 720);
        Theme.dress(scene, memory.now().look());
    }

    public Scene scene() {
        return scene;
    }

    /** Shows that the engine is being opened: an empty surface. */
    public void begin() {
        place.getChildren().clear();
    }

    /** Says why the engine cannot be opened. */
    public void fail(Failure failure, Runnable retry, Runnable close) {
        Label title = words(failure.headline().toString(), "rb-trouble-title");
        Label fix = words(failure.fix().toString(), "rb-trouble-words");
        Button again = new Button(ShellWords.RETRY.say());
        again.getStyleClass().add("rb-primary");
        again.setOnAction(_ -> retry.run());
        Button leave = new Button(ShellWords.CLOSE.say());
        leave.getStyleClass().add("rb-big");
        leave.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, leave, again);
        buttons.setAlignment(Pos.CENTER);
        VBox all = new VBox(12, Icons.WARNING.at(20), title, fix, buttons);
        all.getChildren().getFirst().getStyleClass().add("rb-amber");
        all.setAlignment(Pos.CENTER);
        all.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        place.getChildren().setAll(all);
        again.requestFocus();
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(560);
        return label;
    }
}
