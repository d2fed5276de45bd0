package io.reelbench.app.recipe;

import io.reelbench.app.look.Icons;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The words of the foot: one line that counts, then facts and what needs attention. */
final class FootLines extends VBox {

    private final Label head = new Label();
    private final HBox first = new HBox(8, head);
    private final VBox rest = new VBox(2);

    FootLines() {
        super(2);
        head.setId("plan");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        head.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(head, Priority.ALWAYS);
        first.setAlignment(Pos.TOP_LEFT);
        rest.setMinHeight(34);
        getChildren().addAll(first, rest);
    }

    void right(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        first.getChildren().add(button);
    }

    void clear() {
        rest.getChildren().clear();
    }

    void head(String words, boolean red) {
        head.setText(words);
        head.getStyleClass().setAll("label", red ? "rb-red" : "rb-title", red ? "rb-impossible" : "rb-plan");
    }

    void fact(String words) {
        if (!words.isEmpty()) {
            rest.getChildren().add(label(words, "rb-quiet-words"));
        }
    }

    void said(String words, boolean red) {
        if (red) {
            rest.getChildren().add(marked(Icons.FAILED, "rb-red", label(words, "rb-red")));
        } else {
            Label label = label(words, "rb-strong");
            label.setId("said");
            rest.getChildren().add(marked(Icons.CHECK, "rb-strong", label));
        }
    }

    void amber(String words, String link, Runnable run) {
        HBox line = marked(Icons.WARNING, "rb-amber", label(words, "rb-note"));
        if (!link.isEmpty()) {
            Button button = new Button(link);
            button.getStyleClass().add("rb-link");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> run.run());
            line.getChildren().add(button);
        }
        rest.getChildren().add(line);
    }

    /** What can be done about it at once. */
    void links(Map<String, Runnable> offered) {
        FlowPane links = new FlowPane(12, 0);
        offered.forEach((words, run) -> {
            Button button = new Button(words);
            button.getStyleClass().add("rb-link");
            button.setOnAction(_ -> run.run());
            links.getChildren().add(button);
        });
        rest.getChildren().add(links);
    }

    private static HBox marked(Icons icon, String tone, Node words) {
        var drawn = icon.at(16);
        drawn.getStyleClass().add(tone);
        HBox line = new HBox(6, drawn, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
