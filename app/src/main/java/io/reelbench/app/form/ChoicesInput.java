package io.reelbench.app.form;

import io.reelbench.engine.schema.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Any of a few words: each is on or off, and what is on by itself is seen. */
final class ChoicesInput implements Input {

    /** The width of a control in the narrowest recipe. */
    private static final double WRAP = 180;

    private final Sender sender;
    private final List<ToggleButton> chips = new ArrayList<>();
    private final FlowPane all = new FlowPane(4, 4);
    private boolean showing;

    ChoicesInput(Sender sender) {
        this.sender = sender;
        Field field = sender.field();
        all.setPrefWrapLength(WRAP);
        all.setPadding(new javafx.geometry.Insets(5, 0, 5, 0));
        for (int i = 0; i < field.kind().words().size(); i++) {
            ToggleButton chip = new ToggleButton(field.titles().get(i));
            chip.getStyleClass().add("rb-choice");
            chip.setUserData(field.kind().words().get(i));
            chip.selectedProperty().addListener((_, _, _) -> taken());
            chips.add(chip);
        }
        all.getChildren().addAll(chips);
    }

    private void taken() {
        if (showing) {
            return;
        }
        List<String> words = chips.stream().filter(ToggleButton::isSelected).map(c -> (String) c.getUserData()).toList();
        sender.next();
        sender.send(words.equals(usual()) ? List.of() : words);
        sender.next();
        if (words.isEmpty()) { // one at least: nothing at all means what is usual
            show(new Shown(List.of(), false));
        }
    }

    private List<String> usual() {
        return parts(sender.field().usual().stream().toList());
    }

    private static List<String> parts(List<String> written) {
        return written.stream().flatMap(w -> Arrays.stream(w.split(","))).map(String::strip).filter(w -> !w.isEmpty()).toList();
    }

    @Override
    public void show(Shown now) {
        List<String> on = now.mixed() ? List.of() : now.isGiven() ? parts(now.given()) : usual();
        showing = true;
        chips.forEach(chip -> chip.setSelected(on.contains(chip.getUserData())));
        showing = false;
    }

    @Override
    public Node node() {
        return all;
    }
}
