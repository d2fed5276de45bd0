package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.UnitField;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Four numbers that belong together, in pixels or percent: a region of the picture, or what is cut off its edges. */
final class BoxInput implements Input {

    /** What the numbers are, in the order in which they are written; how many must be there. */
    record Sides(List<FormWords> names, List<Text> signs, int least) {
    }

    /** Without a corner it lies in the middle. */
    static final Sides REGION = new Sides(List.of(FormWords.WIDTH, FormWords.HEIGHT, FormWords.LEFT, FormWords.TOP),
            List.of(FormWords.WIDTH_SIGN.with(), FormWords.HEIGHT_SIGN.with(), Text.verbatim("X"), Text.verbatim("Y")), 2);
    static final Sides EDGES = new Sides(List.of(FormWords.TOP, FormWords.RIGHT, FormWords.BOTTOM, FormWords.LEFT),
            List.of(FormWords.TOP_SIGN.with(), FormWords.RIGHT_SIGN.with(), FormWords.BOTTOM_SIGN.with(),
                    FormWords.LEFT_SIGN.with()),
            4);

    private final Sender sender;
    private final Sides sides;
    private final List<UnitField> fields = new ArrayList<>();
    private final GridPane grid = new GridPane(4, 4);
    private List<String> sent;
    private boolean showing;

    BoxInput(Sender sender, Sides sides) {
        this.sender = sender;
        this.sides = sides;
        grid.setPadding(new javafx.geometry.Insets(3, 0, 3, 0));
        for (int i = 0; i < sides.names().size(); i++) {
            grid.add(field(i), i % 2, i / 2);
        }
    }

    private UnitField field(int at) {
        UnitField field = new UnitField("");
        Label sign = new Label(sides.signs().get(at).toString());
        sign.getStyleClass().addAll("rb-hint", "rb-sign");
        sign.setMinWidth(24);
        field.setLeft(sign);
        field.setMinWidth(60);
        field.setPrefWidth(60);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setPromptText(at < sides.least() ? "0" : FormWords.CENTRED.say());
        field.setAccessibleText(sides.names().get(at).say());
        Tip.say(field, FormWords.IN_PIXELS.say(sides.names().get(at).say()));
        field.textProperty().addListener((_, _, _) -> typed());
        field.focusedProperty().addListener((_, _, _) -> sender.next());
        GridPane.setHgrow(field, Priority.ALWAYS);
        fields.add(field);
        return field;
    }

    private void typed() {
        if (!showing) {
            sent = List.of(written());
            sender.send(sent.getFirst());
        }
    }

    /** As it is written in one text; what is not given of a corner is 0. */
    private String written() {
        List<String> texts = fields.stream().map(f -> f.getText().strip()).toList();
        boolean corner = sides.least() == 4 || texts.subList(2, 4).stream().anyMatch(t -> !t.isEmpty());
        if (texts.stream().allMatch(String::isEmpty)) {
            return "";
        }
        return texts.stream().limit(corner ? 4 : 2).map(t -> t.isEmpty() ? "0" : t.replaceAll("\\s+", ""))
                .collect(Collectors.joining(":"));
    }

    /** Takes what is written in whatever form the engine reads. */
    void write(String text) {
        put(text);
        typed();
    }

    private void put(String text) {
        List<String> parts = Arrays.asList(canonical(text).split(":"));
        showing = true;
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setText(i < parts.size() ? parts.get(i) : "");
        }
        showing = false;
    }

    private String canonical(String text) {
        try {
            return text.matches("[\\d.%:]*") ? text : Objects.toString(sender.field().kind().reader().read(text));
        } catch (BadValue asTyped) {
            return text;
        }
    }

    @Override
    public void show(Shown now) {
        boolean typing = fields.stream().anyMatch(UnitField::isFocused);
        if (typing && now.given().equals(sent)) {
            return;
        }
        sent = null;
        put(now.mixed() ? TextInput.MIXED : now.textOr(sender.field().usual().orElse("")));
    }

    @Override
    public Node node() {
        return grid;
    }

    @Override
    public Node edge() {
        return fields.getFirst();
    }
}
