package io.reelbench.app.settings;

import io.reelbench.app.form.ProblemLine;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a key is typed in. It is never filled with one that is known. */
final class KeyField extends VBox {

    /** What problems of it are about. */
    static final String OPTION = "key";
    private static final double CONTROL = 240;

    private final PasswordField field = new PasswordField();

    /**
     * @param there whether one may be there already
     * @param enter goes on
     */
    KeyField(boolean there, Runnable enter) {
        getStyleClass().add("rb-wide-row");
        setId("setting-key");
        Label title = new Label(AccountWords.KEY.say());
        title.getStyleClass().addAll("rb-name", "rb-strong");
        Label help = new Label(
                there ? AccountWords.KEY_WHY.say() + " " + AccountWords.KEY_STAYS.say() : AccountWords.KEY_WHY.say());
        help.getStyleClass().add("rb-wide-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, title, help);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        field.setAccessibleText(AccountWords.KEY.say());
        field.setMinWidth(CONTROL);
        field.setMaxWidth(CONTROL);
        field.setOnAction(_ -> enter.run());
        title.setLabelFor(field);
        HBox line = new HBox(16, words, field);
        line.getStyleClass().add("rb-wide-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    boolean isEmpty() {
        return field.getText().isBlank();
    }

    /** What was typed; empty when nothing was. */
    Optional<Secret> secret() {
        return isEmpty() ? Optional.empty() : Optional.of(Secret.of(field.getText().strip()));
    }

    void forget() {
        field.clear();
    }

    void show(List<Problem> all) {
        getChildren().remove(1, getChildren().size());
        all.stream().filter(p -> p.option().equals(OPTION)).forEach(p -> getChildren().add(ProblemLine.alone(p)));
    }
}
