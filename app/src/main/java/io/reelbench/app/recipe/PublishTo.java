package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.look.Icons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where the outputs of a recipe are brought to once they are proven, as its preset says. Only there when it says so. */
final class PublishTo extends HBox {

    /** As of the labels of forms above it. */
    private static final double LABEL = 80;

    private final Scope scope;
    private final Label where = new Label();

    PublishTo(Scope scope) {
        super(8);
        this.scope = scope;
        getStyleClass().add("rb-run-on");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(RunOnWords.PUBLISH_TO.say());
        title.getStyleClass().add("rb-label");
        title.setMinWidth(LABEL);
        where.setId("publish-to");
        where.setMinWidth(0);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        Button leave = new Button(null, Icons.CLOSE.at(12));
        leave.getStyleClass().add("rb-icon-button");
        leave.setAccessibleText(RunOnWords.PUBLISH_NOWHERE.say());
        Tip.say(leave, RunOnWords.PUBLISH_NOWHERE.say());
        leave.setOnAction(_ -> scope.publishNowhere());
        Button more = new Button(null, Icons.ADD.at(12));
        more.setId("publish-more");
        more.getStyleClass().add("rb-icon-button");
        more.setAccessibleText(RunOnWords.ADD_TARGET_SPOKEN.say());
        Tip.say(more, RunOnWords.ADD_TARGET_SPOKEN.say());
        more.setOnAction(_ -> scope.publishAlso(more));
        getChildren().addAll(title, where, more, leave);
    }

    private String priced(String place) {
        return scope.desk().elsewhere().named(place).flatMap(Elsewhere.Known::costOfKeeping)
                .map(cost -> RunOnWords.PUBLISH_PRICED.say(place, cost)).orElse(place);
    }

    void show() {
        List<String> all = scope.publishedTo();
        setVisible(!all.isEmpty());
        setManaged(isVisible());
        where.setText(all.stream().map(this::priced).collect(Collectors.joining(", ")));
        Tip.say(where, where.getText());
    }
}
