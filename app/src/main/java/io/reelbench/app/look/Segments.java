package io.reelbench.app.look;

import io.reelbench.app.room.Tip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A few choices side by side, one of them taken. Arrow keys go from one to the next. A null value takes none: values are mixed. */
public final class Segments<T> extends HBox {

    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final List<T> choices;

    public Segments(List<T> choices, Function<T, String> words) {
        this.choices = List.copyOf(choices);
        getStyleClass().add("rb-segments");
        setMinHeight(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                value.set(choice);
            });
            setHgrow(button, Priority.ALWAYS);
            buttons.put(choice, button);
        }
        getChildren().addAll(buttons.values());
        value.subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** What is taken. */
    public ObjectProperty<T> value() {
        return value;
    }

    /** What a choice means, and its key. */
    public void explain(T choice, String words) {
        Tip.say(buttons.get(choice), words);
    }

    private void show(T now) {
        buttons.forEach((choice, button) -> {
            button.setSelected(choice.equals(now));
            button.setFocusTraversable(choice.equals(now) || now == null && choice.equals(choices.getFirst()));
        });
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            int next = choices.indexOf(value.get()) + step;
            if (next >= 0 && next < choices.size()) {
                value.set(choices.get(next));
                buttons.get(choices.get(next)).requestFocus();
            }
        }
    }
}
