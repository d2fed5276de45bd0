package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.MiddleLabel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where outputs are brought once they are proven: a line for each place, and the way to another one. */
final class PublishTargets extends HBox {

    /** As of the labels of the form above it. */
    private static final double LABEL = 80;

    private final Scope scope;
    private final VBox list = new VBox(2);
    private final Button add = new Button(RunOnWords.ADD_TARGET.say());
    private List<String> shown = List.of();

    PublishTargets(Scope scope) {
        super(8);
        this.scope = scope;
        getStyleClass().addAll("rb-form-row", "rb-example");
        setId("publish-targets");
        setAlignment(Pos.TOP_LEFT);
        Label title = new Label(RunOnWords.PUBLISH_TO.say());
        title.getStyleClass().addAll("rb-label", "rb-publish-label");
        title.setMinWidth(LABEL);
        title.setMaxWidth(LABEL);
        title.setWrapText(true);
        add.setGraphic(Icons.ADD.at(12));
        add.getStyleClass().add("rb-link");
        add.setAccessibleText(RunOnWords.ADD_TARGET_SPOKEN.say());
        Tip.say(add, RunOnWords.PUBLISH_WHY.say());
        add.setOnAction(_ -> scope.publishAlso(add));
        VBox places = new VBox(2, list, add);
        places.setAlignment(Pos.CENTER_LEFT);
        places.setMinWidth(0);
        HBox.setHgrow(places, Priority.ALWAYS);
        getChildren().addAll(title, places);
    }

    void show() {
        List<String> now = scope.publishedTo();
        if (!now.equals(shown)) {
            shown = now;
            list.getChildren().setAll(now.stream().map(this::line).toList());
        }
    }

    private Node line(String place) {
        MiddleLabel name = new MiddleLabel();
        name.say(place);
        name.explain(place);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button leave = new Button(null, Icons.CLOSE.at(12));
        leave.getStyleClass().add("rb-icon-button");
        leave.setAccessibleText(RunOnWords.PUBLISH_NOT_TO.say(place));
        Tip.say(leave, leave.getAccessibleText());
        leave.setOnAction(_ -> {
            scope.publishNot(place);
            add.requestFocus();
        });
        HBox line = new HBox(4, name, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
