package io.reelbench.app.recipe.form;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import io.reelbench.app.look.Icons;

/** A text for which there are usual words, offered in a menu. */
final class SuggestInput extends TextInput {

    private final HBox row = new HBox(field());

    SuggestInput(Sender sender, String prompt, List<String> words) {
        super(sender, prompt);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("rb-suggest");
        HBox.setHgrow(field(), Priority.ALWAYS);
        ContextMenu menu = new ContextMenu();
        for (String word : words) {
            MenuItem item = new MenuItem(visible(word));
            item.setOnAction(_ -> sender.sendOnce(sender.field().usual().filter(word::equals).isPresent() ? "" : word));
            menu.getItems().add(item);
        }
        Button open = new Button();
        open.setGraphic(Icons.DOWN.at(12));
        open.getStyleClass().add("rb-icon-button");
        open.setAccessibleText("Usual values of " + sender.field().ask().value());
        open.setTooltip(new Tooltip("Usual values"));
        open.setOnAction(_ -> menu.show(open, Side.BOTTOM, 0, 2));
        field().setRight(open);
        field().getStyleClass().add("rb-with-button");
    }

    @Override
    String visible(String written) {
        return Words.sentence(written);
    }

    @Override
    String written(String typed) {
        return typed.strip();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node edge() {
        return field();
    }
}
