package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.form.Words;
import io.reelbench.engine.plan.Explanation;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How one clip would be done: what happens to each track and why, what else to know, and the exact commands. */
final class Explain extends VBox {

    private static final int WIDTH = 460;
    private static final int MANY = 6;

    Explain(Scope scope, Outlook.Done done) {
        super(10);
        getStyleClass().addAll("rb-explain");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Explanation explanation = done.plan().explanation();
        List<Path> outputs = scope.names().of(done);
        Label title = new Label(done.clip().name() + (done.together().size() > 1 ? " + " + (done.together().size() - 1) : ""));
        title.getStyleClass().add("rb-title");
        VBox told = new VBox(10, title);
        explanation.reasons().forEach(reason -> told.getChildren().add(reason(reason)));
        explanation.notes().forEach(note -> told.getChildren().add(sentence(note.toString(), "rb-quiet-words")));
        told.getChildren().add(
                sentence(RecipeWords.BECOMES_IN.say(
                        String.join(", ", outputs.stream().map(p -> p.getFileName().toString()).toList()),
                        outputs.getFirst().getParent()), "rb-quiet-words"));
        getChildren().addAll(explanation.reasons().size() > MANY ? scrolling(told) : told,
                commands(scope.desk().engine().commands(done.plan(), outputs.getFirst())));
    }

    private static ScrollPane scrolling(VBox told) {
        ScrollPane scroll = new ScrollPane(told);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(320);
        scroll.setMaxHeight(320);
        return scroll;
    }

    private static Node reason(Explanation.Reason reason) {
        Label subject = new Label(Words.capital(reason.subject().toString()));
        subject.getStyleClass().add("rb-quiet-words");
        subject.setMinWidth(84);
        Label verdict = sentence(Words.capital(reason.verdict().toString()), "rb-strong");
        Label because = sentence(Words.capital(reason.because().toString()), "rb-facts");
        HBox row = new HBox(8, subject, new VBox(1, verdict, because));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label sentence(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node commands(List<String> lines) {
        String all = String.join("\n", lines);
        TextArea text = new TextArea(String.join("\n\n", lines));
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(Math.clamp(lines.size() * 5L, 5, 12));
        text.getStyleClass().add("rb-code");
        text.setAccessibleText((lines.size() == 1 ? RecipeWords.COMMAND : RecipeWords.COMMANDS).say());
        Label head = new Label((lines.size() == 1 ? RecipeWords.EXACT_COMMAND : RecipeWords.EXACT_COMMANDS).say());
        head.getStyleClass().add("rb-facts");
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        Button copy = new Button(RecipeWords.COPY.say());
        copy.getStyleClass().add("rb-link");
        Tip.say(copy, RecipeWords.COPY_TIP.say());
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(all);
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(RecipeWords.COPIED.say());
        });
        HBox line = new HBox(8, head, space, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, line, text);
    }
}
