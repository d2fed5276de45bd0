package io.reelbench.app.recipe.form;

import io.reelbench.engine.output.Names;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How files are named: a pattern, and under it the pieces that can be put into it. */
final class NamesInput extends TextInput {

    private static final List<Names.Key> OFFERED = Arrays.stream(Names.Key.values()).toList();

    private final VBox all = new VBox(6);

    NamesInput(Sender sender) {
        super(sender, "");
        FlowPane chips = new FlowPane(4, 4);
        for (Names.Key key : OFFERED) {
            Button chip = new Button("{" + key + "}");
            chip.getStyleClass().add("rb-chip");
            chip.setTooltip(new Tooltip("Insert " + meaning(key)));
            chip.setAccessibleText("Insert " + meaning(key));
            chip.setFocusTraversable(true);
            chip.setOnAction(_ -> insert("{" + key + "}"));
            chips.getChildren().add(chip);
        }
        all.getChildren().addAll(field(), chips);
        all.setPadding(new javafx.geometry.Insets(3, 0, 3, 0));
    }

    private static String meaning(Names.Key key) {
        return switch (key) {
            case NAME -> "the clip's name";
            case EXT -> "the clip's ending";
            case OP -> "the name of the recipe";
            case INDEX -> "its number in the batch";
            case PARENT -> "the name of the clip's folder";
            case LABEL -> "what tells several files of one clip apart";
        };
    }

    private void insert(String token) {
        String text = shown().textOr(sender().field().usual().orElse(""));
        int at = Math.clamp(field().getCaretPosition(), 0, text.length());
        boolean untouched = !field().isFocused() && at == 0;
        sender().sendOnce(untouched ? text + token : text.substring(0, at) + token + text.substring(at));
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Node edge() {
        return field();
    }
}
