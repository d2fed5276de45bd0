package io.reelbench.app.queue;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.problem.Message;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;

/**
 * What rows work with.
 *
 * @param fixes what can be done about a failure
 * @param menu  what can be done with the selected rows
 * @param drop  told when rows were dropped before or behind another one
 */
record RowTools(QueueDeeds deeds, RowPictures pictures, Hints hints, Fixes fixes, ContextMenu menu, Consumer<Drop> drop) {

    /** Rows that were dragged to another place. */
    record Drop(java.util.List<String> ids, QueueRow target, boolean before) {
    }

    /** A small button of a row that comes with the pointer; the keyboard has keys and the menu for the same. */
    static Button icon(Icons icon, Message title, Runnable run) {
        Button button = new Button();
        button.setGraphic(icon.at(16));
        button.getStyleClass().add("rb-icon-button");
        button.setFocusTraversable(false);
        return told(button, title, run);
    }

    /** A button with words on it. */
    static Button told(Message words, Message title, Runnable run) {
        return told(new Button(words.say()), title, run);
    }

    static Button told(Button button, Message title, Runnable run) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(title.say());
        Tip.say(button, title.say());
        button.setOnAction(_ -> run.run());
        return button;
    }
}
