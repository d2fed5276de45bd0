package io.reelbench.app.viewer;

import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What a right click on a timeline offers. */
final class RangeMenu {

    private static final List<String> ALWAYS = List.of("add-range", "split-range", "mark-in", "mark-out");
    private static final List<String> WITH_RANGES = List.of("rename-range", "colour-range", "range-earlier", "range-later",
            "clear-marks", "clear-ranges");

    private RangeMenu() {}

    static ContextMenu of(Actions actions, boolean none) {
        ContextMenu menu = new ContextMenu();
        ALWAYS.forEach(id -> menu.getItems().add(item(actions.find(id))));
        if (!none) {
            WITH_RANGES.forEach(id -> menu.getItems().add(item(actions.find(id))));
        }
        return menu;
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem(action.title());
        action.key().ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.possible().get(), action.possible()));
        item.setOnAction(_ -> action.fire());
        return item;
    }
}
