package io.reelbench.app.form;

import io.reelbench.app.look.UnitField;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field that is typed into. What is typed is kept as it is, right or wrong; to empty it puts the default back. */
class TextInput implements Input {

    static final String MIXED = "—";

    private final Sender sender;
    private final UnitField field = new UnitField("");
    private final String usual;
    private boolean showing;
    private List<String> sent;
    private Shown shown = Shown.NOTHING;

    TextInput(Sender sender, String prompt) {
        this.sender = sender;
        this.usual = sender.field().usual().orElse("");
        field.setPromptText(prompt);
        field.setMaxWidth(Double.MAX_VALUE);
        field.textProperty().addListener((_, _, text) -> typed(text));
        field.focusedProperty().addListener((_, _, now) -> focused(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int step = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
            if (step != 0 && !event.isAltDown() && !event.isShortcutDown()) {
                event.consume();
                nudge(event.isShiftDown() ? 10 * step : step);
            }
        });
    }

    private void typed(String text) {
        if (!showing) {
            sent = text.isBlank() ? List.of() : List.of(written(text));
            sender.send(sent);
        }
    }

    private void focused(boolean now) {
        sender.next();
        sent = null;
        show(shown);
        if (now && shown.mixed()) {
            field.selectAll();
        }
    }

    /** The written form of what stands in the field. */
    String written(String typed) {
        return typed;
    }

    /** What the field shows of a written value. */
    String visible(String written) {
        return written;
    }

    /** Up or down by so many small steps. */
    void nudge(int steps) {}

    @Override
    public void show(Shown now) {
        shown = now;
        // what a person is typing stays as it is; an undo in between is shown
        if (field.isFocused() && sent != null && sent.equals(now.given())) {
            return;
        }
        sent = null;
        showing = true;
        field.setText(now.mixed() ? MIXED : visible(now.textOr(usual)));
        showing = false;
    }

    Shown shown() {
        return shown;
    }

    Sender sender() {
        return sender;
    }

    UnitField field() {
        return field;
    }

    TextField textField() {
        return field;
    }

    @Override
    public Node node() {
        return field;
    }
}
