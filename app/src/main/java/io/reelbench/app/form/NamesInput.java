package io.reelbench.app.form;

import io.reelbench.engine.output.Names;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How files are named: a pattern, and under it the pieces that can be put into it. */
final class NamesInput extends TextInput {

    /** Those that are wanted often; the others are told in the help. */
    private static final List<Names.Key> OFFERED = List.of(Names.Key.NAME, Names.Key.OP, Names.Key.N, Names.Key.DATE,
            Names.Key.TIME, Names.Key.RECORDED, Names.Key.RESOLUTION, Names.Key.FPS, Names.Key.CODEC, Names.Key.PARENT,
            Names.Key.LABEL);

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
            case OP -> "the name of the recipe, else of its first step";
            case PRESET -> "the name of the recipe";
            case INDEX -> "its number in the batch";
            case N -> "its number in the batch, with zeros in front";
            case DATE -> "the day on which it is submitted";
            case TIME -> "the time at which it is submitted";
            case RECORDED -> "the day on which the clip was recorded";
            case PARENT -> "the name of the clip's folder";
            case LABEL -> "what tells several files of one clip apart";
            case WIDTH -> "the width of the output";
            case HEIGHT -> "the height of the output";
            case RESOLUTION -> "the resolution of the output, such as 1080p";
            case FPS -> "the frames a second of the output";
            case CODEC -> "the codec of the output";
            case CONTAINER -> "what kind of file the output is";
            case DURATION -> "the length of the output, such as 1m05s";
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
