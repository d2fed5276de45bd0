package io.reelbench.app.shell;

import io.reelbench.app.desk.KeyQuestions;
import io.reelbench.app.desk.KeyQuestions.Question;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.problem.Failure;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks for the key of one account, in a line under the title bar. What is typed is let go as soon as it is told. */
final class KeyBar extends HBox {

    private static final double FIELD = 240;

    private final KeyQuestions questions;
    private final Account account;
    private boolean wanted;
    private final Label words = new Label();
    private final PasswordField field = new PasswordField();
    private final Button use = new Button(ShellWords.USE_KEY.say());

    KeyBar(KeyQuestions questions, Question question) {
        this.questions = questions;
        this.account = question.account();
        getStyleClass().addAll("rb-banner", "rb-window-note", "rb-key-bar");
        setId("key-of-" + account.name());
        setAccessibleRole(AccessibleRole.PARENT);
        Node icon = Icons.KEY.at(16);
        icon.getStyleClass().add("rb-amber");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        field.setMinWidth(FIELD);
        field.setMaxWidth(FIELD);
        field.setPromptText(ShellWords.KEY.say());
        field.setAccessibleText(ShellWords.KEY_OF.say(account.name()));
        field.setOnAction(_ -> tell());
        use.disableProperty().bind(field.textProperty().isEmpty());
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(_ -> tell());
        Button later = new Button(ShellWords.CALL_OFF.say());
        later.getStyleClass().add("rb-quiet");
        later.setMinWidth(USE_PREF_SIZE);
        later.setOnAction(_ -> refuse());
        getChildren().addAll(icon, words, field, use, later);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                refuse();
            }
        });
        show(question);
    }

    Account account() {
        return account;
    }

    void show(Question question) {
        boolean turned = question.wanted() && !wanted;
        wanted = question.wanted();
        if (turned && getScene() != null) {
            focus();
        }
        words.getStyleClass().remove("rb-red");
        words.setText(question.waiting() == 0
                ? ShellWords.TELL_KEY.say(account.name())
                : ShellWords.KEY_WANTED.say(account.name(), question.waiting()));
        setAccessibleText(words.getText());
        field.setAccessibleHelp(words.getText());
    }

    /** Whether the person wants to tell the key. */
    boolean isWanted() {
        return wanted;
    }

    void focus() {
        field.requestFocus();
    }

    private void tell() {
        if (!field.getText().isBlank()) {
            Secret key = Secret.of(field.getText().strip());
            field.clear();
            questions.answer(account, key, this::failed);
        }
    }

    private void refuse() {
        field.clear();
        questions.refuse(account);
    }

    private void failed(Failure failure) {
        words.getStyleClass().add("rb-red");
        words.setText(failure.headline() + " " + failure.fix());
        field.requestFocus();
    }
}
