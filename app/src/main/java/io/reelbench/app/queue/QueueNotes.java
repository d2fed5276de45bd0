package io.reelbench.app.queue;

import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Single lines under the header: what came back after a restart, and what went wrong with the queue itself or with a command. */
final class QueueNotes extends VBox {

    private static final int MOST = 2;

    QueueNotes() {
        getStyleClass().add("rb-queue-notes");
    }

    /** A quiet one with a way out of it. */
    void quiet(String sentence, String way, Runnable run) {
        HBox line = line(Icons.INFO.at(16), sentence, "rb-plain");
        Button out = new Button(way);
        out.getStyleClass().add("rb-link");
        out.setOnAction(_ -> {
            run.run();
            getChildren().remove(line);
        });
        line.getChildren().add(2, out);
        add(line);
    }

    /** Something that stops the whole queue. */
    void stopped(Text text) {
        Node icon = Icons.FAILED.at(16);
        icon.getStyleClass().add("rb-red");
        add(line(icon, text.toString(), "rb-red"));
    }

    /** Something that could not be done, or that is worth knowing. */
    void mind(Text text) {
        Node icon = Icons.WARNING.at(16);
        icon.getStyleClass().add("rb-amber");
        add(line(icon, text.toString(), "rb-amber"));
    }

    private void add(HBox line) {
        if (getChildren().size() >= MOST) {
            getChildren().removeLast();
        }
        getChildren().addFirst(line);
    }

    private HBox line(Node icon, String sentence, String tone) {
        Label words = new Label(sentence);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip(sentence));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon, words);
        line.getStyleClass().addAll("rb-queue-note", tone);
        line.getChildren().add(RowTools.icon(Icons.CLOSE, "Close this note", () -> getChildren().remove(line)));
        return line;
    }
}
