package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.UnitField;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Several values, a row each; those of two halves, such as a tag and its text, have two fields. */
final class ListInput implements Input {

    private static final List<String> TRACKS = List.of("v1", "a1", "a2", "s1", "s2");
    /** What stands before the sign of equality, by kind. */
    private static final Map<String, List<String>> FIRST = Map.of("tag",
            List.of("title", "artist", "album", "date", "genre", "comment", "description", "copyright", "show", "episode_id"),
            "track-language", TRACKS, "track-title", TRACKS, "default-track", TRACKS);
    /** What stands behind it. */
    private static final Map<String, List<String>> SECOND = Map.of("track-language",
            List.of("eng", "deu", "fra", "spa", "ita", "jpn", "und"), "default-track", List.of("yes", "no"));
    /** What stands for a second half that is empty, where it may be. */
    private static final Map<String, String> HALF = Map.of("track-title", "=", "default-track", "");

    private static final long FIVE = 5 * Time.SECOND;

    private final Sender sender;
    private final VBox rows = new VBox(4);
    private final VBox all = new VBox(4);
    private final List<Row> lines = new ArrayList<>();
    private List<String> sent;
    private boolean showing;

    /**
     * One value: its fields, and how they are written together.
     *
     * @param half what is written behind the first half when there is no second
     */
    private record Row(TextField first, Optional<TextField> second, Optional<String> half) {

        String written() {
            if (second.isEmpty()) {
                return first.getText();
            }
            String head = first.getText().strip();
            String tail = second.get().getText().strip();
            if (head.isEmpty() || tail.isEmpty() && half.isEmpty()) {
                return "";
            }
            return tail.isEmpty() ? head + half.get() : head + "=" + tail;
        }

        boolean isFocused() {
            return first.isFocused() || second.filter(TextField::isFocused).isPresent();
        }
    }

    ListInput(Sender sender) {
        this.sender = sender;
        Button add = new Button(FormWords.ADD.say());
        add.setGraphic(Icons.ADD.at(12));
        add.getStyleClass().add("rb-link");
        add.setAccessibleText(FormWords.ADD_TO.say(sender.field().label()));
        Tip.say(add, FormWords.ADD_ANOTHER.say());
        add.setOnAction(_ -> add());
        all.getChildren().addAll(rows, add);
        all.setPadding(new javafx.geometry.Insets(3, 0, 3, 0));
    }

    private void add() {
        String fresh = fresh();
        if (fresh.isEmpty()) {
            // nothing is told before something stands in it
            showing = true;
            rows.getChildren().add(row(""));
            showing = false;
            lines.getLast().first().requestFocus();
            return;
        }
        List<String> now = new ArrayList<>(texts());
        now.add(fresh);
        sender.next();
        sender.send(now);
        sender.next();
    }

    /** Something valid to start from. */
    private String fresh() {
        if (!sender.field().kind().name().equals("span")) {
            return Starting.value(sender.field(), sender.values()).orElse("");
        }
        long at = sender.values().playhead().orElse(0);
        return Time.seconds(at) + ".." + Time.seconds(at + FIVE);
    }

    private List<String> texts() {
        return lines.stream().map(Row::written).filter(text -> !text.isBlank()).toList();
    }

    private void typed() {
        if (!showing) {
            sent = texts();
            sender.send(sent);
        }
    }

    private Node row(String text) {
        String kind = sender.field().kind().name();
        boolean pair = FIRST.containsKey(kind);
        int equals = pair ? text.indexOf('=') : -1;
        UnitField first = field(equals < 0 ? text : text.substring(0, equals), sender.field().label());
        HBox row = new HBox(4, first);
        Optional<TextField> second = Optional.empty();
        if (pair) {
            UnitField value = field(equals < 0 ? "" : text.substring(equals + 1), FormWords.VALUE.say());
            offer(first, FIRST.get(kind));
            offer(value, SECOND.getOrDefault(kind, List.of()));
            first.setPromptText((kind.equals("tag") ? FormWords.TAG : FormWords.TRACK).say());
            value.setPromptText((kind.equals("track-title") ? FormWords.NAME : FormWords.VALUE).say());
            first.setMinWidth(84);
            first.setMaxWidth(84);
            HBox.setHgrow(value, Priority.ALWAYS);
            row.getChildren().add(value);
            second = Optional.of(value);
            // both halves may be typed or pasted into the first field
            first.textProperty().addListener((_, _, now) -> split(first, value, now));
        } else {
            HBox.setHgrow(first, Priority.ALWAYS);
        }
        Row line = new Row(first, second, Optional.ofNullable(HALF.get(kind)));
        lines.add(line);
        Button remove = new Button();
        remove.setGraphic(Icons.CLOSE.at(12));
        remove.getStyleClass().add("rb-icon-button");
        remove.setAccessibleText(FormWords.TAKE_OUT_THAT.say(text));
        Tip.say(remove, FormWords.TAKE_OUT.say());
        remove.setOnAction(_ -> {
            lines.remove(line);
            rows.getChildren().remove(row);
            sender.next();
            sender.send(texts());
            sender.next();
        });
        row.getChildren().add(remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void split(TextField first, TextField second, String now) {
        int at = now.indexOf('=');
        if (at >= 0 && !showing) {
            showing = true;
            second.setText(now.substring(at + 1));
            first.setText(now.substring(0, at));
            showing = false;
            second.requestFocus();
            second.end();
            typed();
        }
    }

    private UnitField field(String text, String name) {
        UnitField field = new UnitField("");
        field.setText(text);
        field.getStyleClass().add("rb-field");
        field.setMinWidth(40);
        field.setPrefWidth(60);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(FormWords.NTH.say(name, lines.size() + 1));
        field.textProperty().addListener((_, _, _) -> typed());
        field.focusedProperty().addListener((_, _, _) -> sender.next());
        return field;
    }

    private static void offer(UnitField field, List<String> words) {
        if (!words.isEmpty()) {
            field.setRight(
                    SuggestInput.button(SuggestInput.menu(words, word -> word, field::setText), field.getAccessibleText()));
            field.getStyleClass().add("rb-with-button");
        }
    }

    @Override
    public void show(Shown now) {
        boolean typing = lines.stream().anyMatch(Row::isFocused);
        if (typing && now.given().equals(sent) || now.given().equals(texts()) && !now.mixed()) {
            return;
        }
        sent = null;
        showing = true;
        lines.clear();
        rows.getChildren().setAll(now.given().stream().map(this::row).toList());
        showing = false;
    }

    @Override
    public Node node() {
        return all;
    }
}
