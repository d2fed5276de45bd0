package io.reelbench.app.viewer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Source · Result · Wipe · Side. */
final class Modes extends HBox {

    private final ObjectProperty<Mode> value = new SimpleObjectProperty<>(Mode.WIPE);

    Modes() {
        getStyleClass().add("rb-segments");
        for (Mode mode : Mode.values()) {
            ToggleButton button = new ToggleButton(mode.toString());
            button.setTooltip(new Tooltip(mode + "   " + (mode.ordinal() + 1)));
            button.setOnAction(_ -> value.set(mode));
            value.addListener((_, _, now) -> button.setSelected(now == mode));
            button.setSelected(value.get() == mode);
            // a second click on the selected one must not unselect it
            button.selectedProperty().addListener((_, _, on) -> button.setSelected(value.get() == mode));
            getChildren().add(button);
        }
    }

    ObjectProperty<Mode> value() {
        return value;
    }
}
