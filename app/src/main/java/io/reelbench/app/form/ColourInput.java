package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.engine.media.Colour;
import io.reelbench.engine.problem.BadValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

/** A colour: typed by name or number, or picked. */
final class ColourInput extends TextInput {

    private final ColorPicker picker = new ColorPicker();
    private final HBox row = new HBox(4, picker, field());

    ColourInput(Sender sender, String prompt) {
        super(sender, prompt);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field(), Priority.ALWAYS);
        picker.getStyleClass().addAll("button", "rb-colour");
        picker.setAccessibleText(FormWords.PICK.say(sender.field().label()));
        Tip.say(picker, FormWords.PICK_COLOUR.say());
        picker.setOnAction(_ -> sender.sendOnce(written(picker.getValue())));
    }

    private static String written(Color colour) {
        int rgba = (int) Math.round(colour.getRed() * 255) << 24 | (int) Math.round(colour.getGreen() * 255) << 16
                | (int) Math.round(colour.getBlue() * 255) << 8 | (int) Math.round(colour.getOpacity() * 255);
        return new Colour(rgba).toString();
    }

    @Override
    public void show(Shown now) {
        super.show(now);
        if (picker == null) {
            return;
        }
        try {
            int rgba = Colour.parse(now.textOr(sender().field().usual().orElse("black"))).rgba();
            picker.setValue(Color.rgb(rgba >>> 24, rgba >>> 16 & 0xFF, rgba >>> 8 & 0xFF, (rgba & 0xFF) / 255.0));
        } catch (BadValue asTyped) {
            picker.setValue(Color.TRANSPARENT);
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node edge() {
        return field();
    }
}
