package io.reelbench.app.past;

import io.reelbench.app.room.Actions;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that is known of the chosen task, and what can be done with it. */
final class PastDetails extends VBox {

    private static final double WIDTH = 360;

    private final VBox facts = new VBox();
    private final FlowPane deeds = new FlowPane(8, 8);

    PastDetails(Actions actions) {
        getStyleClass().addAll("rb-panel", "rb-past-details");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        facts.getStyleClass().add("rb-past-facts");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        deeds.getStyleClass().add("rb-past-deeds");
        for (String id : List.of("past-again", "past-bench", "past-show", "past-report")) {
            deeds.getChildren().add(button(actions, id));
        }
        for (String id : List.of("past-compare", "past-publish", "past-link")) {
            Button button = button(actions, id);
            button.visibleProperty().bind(button.disabledProperty().not());
            button.managedProperty().bind(button.visibleProperty());
            deeds.getChildren().add(button);
        }
        getChildren().addAll(scroll, deeds);
        show(Optional.empty());
    }

    private static Button button(Actions actions, String id) {
        Button button = new Button(actions.find(id).title());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return actions.bind(button, id);
    }

    void show(Optional<PastRow> row) {
        facts.getChildren().clear();
        deeds.setVisible(row.isPresent());
        deeds.setManaged(row.isPresent());
        if (row.isEmpty()) {
            facts.getChildren().add(said(PastWords.CHOOSE.say(), "rb-hint"));
            return;
        }
        facts.getChildren().addAll(said(row.get().task().name(), "rb-title"),
                said(PastWords.of(row.get().task().state()).say(), "rb-facts"));
        PastFacts.of(row.get()).forEach(part -> {
            facts.getChildren().add(said(part.head().say(), "rb-past-head"));
            part.lines().forEach(line -> facts.getChildren().add(said(line, part.code() ? "rb-code" : "rb-past-line")));
        });
    }

    private static Label said(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
