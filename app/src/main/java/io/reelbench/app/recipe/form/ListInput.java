package io.reelbench.app.recipe.form;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Several values, a field each. */
final class ListInput implements Input {

    private static final long FIVE = 5 * Time.SECOND;

    private final Sender sender;
    private final VBox rows = new VBox(4);
    private final VBox all = new VBox(4);
    private final List<TextField> fields = new ArrayList<>();
    private List<String> sent;
    private boolean showing;

    ListInput(Sender sender) {
        this.sender = sender;
        Button add = new Button("Add");
        add.setGraphic(Icons.ADD.at(12));
        add.getStyleClass().add("rb-link");
        add.setAccessibleText("Add to " + sender.field().ask().value());
        add.setTooltip(new Tooltip("Add another"));
        add.setOnAction(_ -> add());
        all.getChildren().addAll(rows, add);
        all.setPadding(new javafx.geometry.Insets(3, 0, 3, 0));
    }

    private void add() {
        List<String> now = new ArrayList<>(texts());
        now.add(fresh());
        sender.next();
        sender.send(now);
        sender.next();
    }

    /** Something valid to start from. */
    private String fresh() {
        if (!sender.field().kind().name().equals("span")) {
            return Starting.value(sender.field(), sender.values()).orElse("");
        }
        long at = sender.values().playhead().orElse(0);
        return Time.seconds(at) + ".." + Time.seconds(at + FIVE);
    }

    private List<String> texts() {
        return fields.stream().map(TextField::getText).toList();
    }

    private void typed() {
        if (!showing) {
            sent = texts();
            sender.send(sent);
        }
    }

    private Node row(String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add("rb-field");
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(sender.field().ask().value() + " " + (fields.size() + 1));
        field.textProperty().addListener((_, _, _) -> typed());
        field.focusedProperty().addListener((_, _, _) -> sender.next());
        HBox.setHgrow(field, Priority.ALWAYS);
        int at = fields.size();
        fields.add(field);
        Button remove = new Button();
        remove.setGraphic(Icons.CLOSE.at(12));
        remove.getStyleClass().add("rb-icon-button");
        remove.setAccessibleText("Take out " + text);
        remove.setTooltip(new Tooltip("Take it out"));
        remove.setOnAction(_ -> {
            List<String> now = new ArrayList<>(texts());
            now.remove(at);
            sender.next();
            sender.send(now);
            sender.next();
        });
        HBox row = new HBox(4, field, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public void show(Shown now) {
        boolean typing = fields.stream().anyMatch(TextField::isFocused);
        if (typing && now.given().equals(sent) || now.given().equals(texts()) && !now.mixed()) {
            return;
        }
        sent = null;
        showing = true;
        fields.clear();
        rows.getChildren().setAll(now.given().stream().map(this::row).toList());
        showing = false;
    }

    @Override
    public Node node() {
        return all;
    }
}
