package io.reelbench.app.shell;

import io.reelbench.app.desk.KeyQuestions;
import io.reelbench.app.desk.KeyQuestions.Question;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Section;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A line for each key that is asked for, in every room. */
final class KeyBars extends VBox {

    private final KeyQuestions questions;
    /** Where the keyboard was before it came here. */
    private Optional<Node> before = Optional.empty();

    KeyBars(KeyQuestions questions, Actions actions) {
        super(1);
        this.questions = questions;
        questions.asked().addListener((ListChangeListener<Question>) _ -> show());
        actions.add("enter-key", ShellWords.ENTER_KEY.with(), Section.WINDOW, "", Bindings.isNotEmpty(questions.asked()),
                this::focus);
        show();
    }

    private List<KeyBar> bars() {
        return getChildren().stream().map(KeyBar.class::cast).toList();
    }

    private void show() {
        List<KeyBar> old = bars();
        boolean held = old.stream().anyMatch(Node::isFocusWithin);
        getChildren().setAll(questions.asked().stream().map(q -> old.stream()
                .filter(bar -> bar.account().id().equals(q.account().id())).findFirst().map(bar -> shown(bar, q))
                .orElseGet(() -> new KeyBar(questions, q))).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
        // what tasks ask for leaves the keyboard where it is
        bars().stream().filter(bar -> !old.contains(bar)).filter(KeyBar::isWanted).forEach(KeyBar::focus);
        if (held && getChildren().isEmpty()) {
            before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
        }
    }

    private static KeyBar shown(KeyBar bar, Question question) {
        bar.show(question);
        return bar;
    }

    private void focus() {
        before = Optional.ofNullable(getScene().getFocusOwner());
        bars().stream().findFirst().ifPresent(KeyBar::focus);
    }
}
