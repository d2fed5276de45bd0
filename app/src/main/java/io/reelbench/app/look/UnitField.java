package io.reelbench.app.look;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;

/** A short field for a value, with its unit inside: {@code 22 q}. */
public final class UnitField extends CustomTextField {

    private final Label unit = new Label();

    public UnitField(String unit) {
        getStyleClass().add("rb-unit-field");
        this.unit.getStyleClass().add("rb-unit");
        this.unit.setMinWidth(USE_PREF_SIZE);
        setUnit(unit);
    }

    /** Empty for a bare number. */
    public void setUnit(String now) {
        unit.setText(now);
        setRight(now.isEmpty() ? null : unit);
    }
}
