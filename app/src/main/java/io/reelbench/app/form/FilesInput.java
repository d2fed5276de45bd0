package io.reelbench.app.form;

import io.reelbench.app.room.Tip;
import io.reelbench.app.look.Icons;
import io.reelbench.app.look.UnitField;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Several files in an order, a row each: chosen together, or typed, as patterns must be. */
final class FilesInput implements Input {

    private final Sender sender;
    private final VBox rows = new VBox(4);
    private final VBox all = new VBox(4);
    private final List<TextField> fields = new ArrayList<>();
    private List<String> sent;
    private boolean showing;

    FilesInput(Sender sender) {
        this.sender = sender;
        String name = sender.field().label();
        Button add = link(FormWords.ADD, Icons.ADD, FormWords.ADD_TO.say(name), FormWords.WRITE_PATH.say("{dir}/{name}.wav"));
        add.setOnAction(_ -> add());
        Button choose = link(FormWords.CHOOSE_FILES, Icons.FOLDER, FormWords.CHOOSE.say(name), FormWords.CHOOSE_SEVERAL.say());
        choose.setOnAction(_ -> choose());
        all.getChildren().addAll(rows, new HBox(8, add, choose));
        all.setPadding(new Insets(3, 0, 3, 0));
    }

    private static Button link(FormWords words, Icons icon, String name, String help) {
        Button link = new Button(words.say());
        link.setGraphic(icon.at(12));
        link.getStyleClass().add("rb-link");
        link.setAccessibleText(name);
        Tip.say(link, help);
        return link;
    }

    private void add() {
        // nothing is told before something stands in it
        showing = true;
        rows.getChildren().add(row("", fields.size(), fields.size() + 1));
        showing = false;
        fields.getLast().requestFocus();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(FormWords.CHOOSE_FILES.say());
        start().ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(all.getScene().getWindow());
        if (chosen != null) {
            List<String> now = new ArrayList<>(texts());
            chosen.forEach(file -> now.add(literally(file.getPath())));
            change(now);
        }
    }

    /** A brace in the name of a real file is no key. */
    private static String literally(String path) {
        return path.replace("{", "{{");
    }

    private Optional<File> start() {
        return texts().reversed().stream().findFirst().flatMap(FilesInput::folder);
    }

    private static Optional<File> folder(String path) {
        try {
            return Optional.ofNullable(Path.of(path).getParent()).map(Path::toFile).filter(File::isDirectory);
        } catch (InvalidPathException asTyped) {
            return Optional.empty();
        }
    }

    private List<String> texts() {
        return fields.stream().map(TextField::getText).filter(text -> !text.isBlank()).toList();
    }

    private void typed() {
        if (!showing) {
            sent = texts();
            sender.send(sent);
        }
    }

    /** One change that can be taken back by itself. */
    private void change(List<String> now) {
        sender.next();
        sender.send(now);
        sender.next();
    }

    private Node row(String text, int place, int of) {
        UnitField field = new UnitField("");
        field.setText(text);
        field.getStyleClass().add("rb-field");
        field.setMinWidth(40);
        field.setPrefWidth(60);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(FormWords.NTH.say(sender.field().label(), place + 1));
        if (!text.isEmpty()) {
            Tip.say(field, text);
            // the end of a path says most
            field.end();
        }
        field.textProperty().addListener((_, _, _) -> typed());
        field.focusedProperty().addListener((_, _, _) -> sender.next());
        HBox.setHgrow(field, Priority.ALWAYS);
        fields.add(field);
        HBox row = new HBox(2, field);
        if (of > 1) {
            Button up = button(Icons.UP, FormWords.EARLIER);
            up.setDisable(place == 0);
            up.setOnAction(_ -> swap(field, -1));
            Button down = button(Icons.DOWN, FormWords.LATER);
            down.setDisable(place == of - 1);
            down.setOnAction(_ -> swap(field, 1));
            row.getChildren().addAll(up, down);
        }
        Button remove = button(Icons.CLOSE, FormWords.TAKE_OUT);
        remove.setOnAction(_ -> {
            fields.remove(field);
            change(texts());
            display(texts());
        });
        row.getChildren().add(remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(Icons icon, FormWords words) {
        Button button = new Button();
        button.setGraphic(icon.at(12));
        button.getStyleClass().add("rb-icon-button");
        button.setAccessibleText(FormWords.OF_NTH.say(words.say(), sender.field().label(), fields.size()));
        Tip.say(button, words.say());
        return button;
    }

    private void swap(TextField field, int by) {
        int from = fields.indexOf(field);
        int to = from + by;
        if (to >= 0 && to < fields.size()) {
            Collections.swap(fields, from, to);
            List<String> now = texts();
            change(now);
            display(now);
        }
    }

    @Override
    public void show(Shown now) {
        boolean typing = fields.stream().anyMatch(TextField::isFocused);
        if (typing && now.given().equals(sent) || now.given().equals(texts()) && !now.mixed()) {
            return;
        }
        sent = null;
        display(now.given());
    }

    private void display(List<String> texts) {
        showing = true;
        fields.clear();
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            shown.add(row(texts.get(i), i, texts.size()));
        }
        rows.getChildren().setAll(shown);
        showing = false;
    }

    @Override
    public Node node() {
        return all;
    }
}
