package io.reelbench.app.queue;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Text;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One sentence in the header, the last one: what came back after a restart, or what went wrong with the queue itself or with a command. */
final class QueueNotes extends HBox {

    QueueNotes() {
        getStyleClass().add("rb-queue-notes");
        setMinWidth(0);
    }

    /** Whether there is something to say. */
    BooleanBinding present() {
        return Bindings.isNotEmpty(getChildren());
    }

    /** Whether what it says can wait. */
    boolean isQuiet() {
        return getChildren().stream().allMatch(line -> line.getStyleClass().contains("rb-plain"));
    }

    /** Whether it says this now. */
    boolean says(Node line) {
        return getChildren().contains(line);
    }

    /** A quiet one with something to do about it, which also ends it. */
    Node quiet(String sentence, String way, Runnable run) {
        HBox line = line(Icons.INFO.at(16), sentence, "rb-plain");
        Button out = new Button(way);
        out.getStyleClass().add("rb-link");
        out.setMinWidth(USE_PREF_SIZE);
        out.setOnAction(_ -> {
            run.run();
            getChildren().remove(line);
        });
        line.getChildren().add(2, out);
        add(line);
        return line;
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
        getChildren().setAll(line);
    }

    private HBox line(Node icon, String sentence, String tone) {
        Label words = new Label(sentence);
        words.setMinWidth(0);
        words.setEllipsisString("…");
        Tip.say(words, sentence);
        HBox line = new HBox(icon, words);
        line.setMinWidth(0);
        line.getStyleClass().addAll("rb-queue-note", tone);
        line.getChildren().add(RowTools.icon(Icons.CLOSE, DeedWords.CLOSE_NOTE, () -> getChildren().remove(line)));
        return line;
    }
}
