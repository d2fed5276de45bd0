package io.reelbench.app.shell;

import io.reelbench.app.room.Actions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The buttons at the left edge, one for each room; up and down go from one to the next. */
final class Rail extends VBox {

    private static final double WIDTH = 44;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    /** Held here: a binding tells its listeners only while somebody holds it. */
    private final ObservableValue<Boolean> makes;
    private final Map<View, Button> buttons = new EnumMap<>(View.class);

    /** @param makes whether there is anything in the room of things to be made; its button is not there else */
    Rail(Actions actions, ObservableValue<View> view, ObservableValue<Boolean> makes) {
        this.makes = makes;
        getStyleClass().addAll("rb-frame", "rb-rail");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(ShellWords.ROOMS.say());
        for (View one : View.values()) {
            Button button = new Button();
            button.setGraphic(one.icon().at(20));
            button.getStyleClass().add("rb-rail-button");
            button.setAccessibleText(one.title());
            buttons.put(one, actions.bind(button, one.action()));
            if (one == View.SETTINGS) {
                Region between = new Region();
                setVgrow(between, Priority.ALWAYS);
                getChildren().add(between);
            }
            getChildren().add(button);
        }
        Button making = buttons.get(View.MAKING);
        makes.subscribe(now -> {
            making.setVisible(now);
            making.setManaged(now);
        });
        view.subscribe(now -> buttons.forEach((one, button) -> {
            button.pseudoClassStateChanged(HERE, one == now);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setFocusTraversable(one == now);
        }));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && !event.isAltDown() && !event.isShortcutDown()) {
            event.consume();
            List<View> all = Arrays.stream(View.values()).filter(one -> buttons.get(one).isVisible()).toList();
            for (View one : all) {
                if (buttons.get(one).isFocused()) {
                    View next = all.get(Math.floorMod(all.indexOf(one) + step, all.size()));
                    buttons.get(next).requestFocus();
                    buttons.get(next).fire();
                    return;
                }
            }
        }
    }
}
