package io.reelbench.app.clips;

import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;

/** Items of context menus that do what actions do. */
final class Menus {

    private Menus() {}

    /** The key is only shown: the actions themselves listen for it. */
    static MenuItem item(Actions actions, String id) {
        Action action = actions.find(id);
        MenuItem item = new MenuItem(action.title());
        item.setMnemonicParsing(false);
        action.keyProperty().subscribe(key -> item.setAccelerator(key.orElse(null)));
        item.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.possible().get(), action.possible()));
        item.setOnAction(_ -> action.fire());
        return item;
    }
}
