package io.reelbench.app.settings;

import io.reelbench.app.form.WideRow;
import io.reelbench.engine.problem.Message;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One column of settings under a few heads. */
class Page extends VBox {

    private final Message title;
    private final List<WideRow> rows = new ArrayList<>();

    Page(Message title) {
        this.title = title;
        getStyleClass().add("rb-settings-page");
    }

    String title() {
        return title.say();
    }

    List<WideRow> rows() {
        return List.copyOf(rows);
    }

    void head(Message words) {
        end();
        Label head = new Label(words.say());
        head.getStyleClass().add("rb-settings-head");
        getChildren().add(head);
    }

    /** No line under the last row before a head. */
    void end() {
        if (!getChildren().isEmpty() && getChildren().getLast().getStyleClass().contains("rb-wide-row")) {
            getChildren().getLast().getStyleClass().add("rb-last");
        }
    }

    WideRow add(WideRow row) {
        rows.add(row);
        getChildren().add(row);
        return row;
    }

    void add(Node node) {
        getChildren().add(node);
    }

    /** Somebody looks at it now. */
    void shown() {}
}
