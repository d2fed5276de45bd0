package io.reelbench.app.form;

import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.Map;

/** Sends what a person does with one control to the values; what belongs to one gesture is undone together. */
final class Sender {

    /** Equal for everything that is one gesture. */
    private record Gesture(Sender by, int turn) {
    }

    private final Field field;
    private final Values values;
    private int turn;

    Sender(Field field, Values values) {
        this.field = field;
        this.values = values;
    }

    Field field() {
        return field;
    }

    Values values() {
        return values;
    }

    /** What follows is another gesture. */
    void next() {
        turn++;
    }

    /** Sets the option; an empty text puts it back to its default. */
    void send(String text) {
        send(text.isEmpty() ? List.of() : List.of(text));
    }

    void send(List<String> texts) {
        values.change(field.label(), new Gesture(this, turn), Map.of(field.name(), texts));
    }

    /** Sets it as a gesture of its own. */
    void sendOnce(String text) {
        next();
        send(text);
        next();
    }
}
