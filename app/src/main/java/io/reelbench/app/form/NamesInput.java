package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.engine.output.Names;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
            Tip.say(chip, meaning(key).say());
            chip.setAccessibleText(meaning(key).say());
            chip.setFocusTraversable(true);
            chip.setOnAction(_ -> insert("{" + key + "}"));
            chips.getChildren().add(chip);
        }
        all.getChildren().addAll(field(), chips);
        all.setPadding(new javafx.geometry.Insets(3, 0, 3, 0));
    }

    private static FormWords meaning(Names.Key key) {
        return switch (key) {
            case NAME -> FormWords.INSERT_NAME;
            case EXT -> FormWords.INSERT_EXT;
            case OP -> FormWords.INSERT_OP;
            case PRESET -> FormWords.INSERT_PRESET;
            case INDEX -> FormWords.INSERT_INDEX;
            case N -> FormWords.INSERT_N;
            case DATE -> FormWords.INSERT_DATE;
            case TIME -> FormWords.INSERT_TIME;
            case RECORDED -> FormWords.INSERT_RECORDED;
            case PARENT -> FormWords.INSERT_PARENT;
            case LABEL -> FormWords.INSERT_LABEL;
            case WIDTH -> FormWords.INSERT_WIDTH;
            case HEIGHT -> FormWords.INSERT_HEIGHT;
            case RESOLUTION -> FormWords.INSERT_RESOLUTION;
            case FPS -> FormWords.INSERT_FPS;
            case CODEC -> FormWords.INSERT_CODEC;
            case CONTAINER -> FormWords.INSERT_CONTAINER;
            case DURATION -> FormWords.INSERT_DURATION;
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
