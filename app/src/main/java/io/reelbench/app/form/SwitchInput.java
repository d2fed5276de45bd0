package io.reelbench.app.form;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Yes or no. */
final class SwitchInput implements Input {

    private final Sender sender;
    private final ToggleSwitch yes = new ToggleSwitch();
    private final Label mixed = new Label();
    private final HBox row = new HBox(8, yes, mixed);
    private boolean showing;

    SwitchInput(Sender sender) {
        this.sender = sender;
        row.setAlignment(Pos.CENTER_LEFT);
        mixed.getStyleClass().add("rb-hint");
        yes.getStyleClass().add("rb-switch");
        yes.setAccessibleText(sender.field().label());
        yes.selectedProperty().addListener((_, _, now) -> {
            if (!showing) {
                send(now);
            }
        });
    }

    private void send(boolean now) {
        sender.sendOnce(now == isYes(sender.field().usual().orElse("no")) && sender.field().usual().isPresent()
                ? ""
                : now ? "yes" : "no");
    }

    private static boolean isYes(String word) {
        return List.of("yes", "true", "on").contains(word);
    }

    @Override
    public void show(Shown now) {
        showing = true;
        yes.setSelected(isYes(now.textOr(sender.field().usual().orElse("no"))));
        showing = false;
        mixed.setText(now.mixed() ? TextInput.MIXED : "");
        mixed.setManaged(now.mixed());
    }

    @Override
    public Node node() {
        return row;
    }
}
