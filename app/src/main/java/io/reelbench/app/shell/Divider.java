package io.reelbench.app.shell;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The gap between two regions, wider for the mouse than for the eye. Dragged, moved by arrow keys, and put back by a double click. */
final class Divider extends Region {

    /** How wide it is for the mouse. */
    static final double WIDTH = 7;
    private static final double KEY_STEP = 8;

    private final Orientation line;
    private final DoubleSupplier size;
    private final DoubleConsumer resize;
    private final int sign;
    private double grabbed;
    private double sizeThen;

    /**
     * @param line   which way the gap itself runs
     * @param sign   1 when a move right or down makes the region larger
     * @param size   of the region now
     * @param resize is given the wished size; 0 is what the design has
     */
    Divider(String name, Orientation line, int sign, DoubleSupplier size, DoubleConsumer resize) {
        this.line = line;
        this.sign = sign;
        this.size = size;
        this.resize = resize;
        getStyleClass().addAll("rb-divider", line == Orientation.VERTICAL ? "rb-vertical" : "rb-horizontal");
        setCursor(line == Orientation.VERTICAL ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> resize.accept(Math.max(1, sizeThen + sign * (at(e) - grabbed))));
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                resize.accept(0);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void grab(MouseEvent event) {
        grabbed = at(event);
        sizeThen = size.getAsDouble();
        event.consume();
    }

    private double at(MouseEvent event) {
        return line == Orientation.VERTICAL ? event.getSceneX() : event.getSceneY();
    }

    private void pressed(KeyEvent event) {
        KeyCode less = line == Orientation.VERTICAL ? KeyCode.LEFT : KeyCode.UP;
        KeyCode more = line == Orientation.VERTICAL ? KeyCode.RIGHT : KeyCode.DOWN;
        int step = event.getCode() == more ? sign : event.getCode() == less ? -sign : 0;
        if (step != 0) {
            resize.accept(size.getAsDouble() + step * KEY_STEP);
            event.consume();
        }
    }
}
