package io.reelbench.app.recipe;

import io.reelbench.app.room.Tip;
import io.reelbench.app.desk.StepKey;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.EditWords;
import io.reelbench.app.desk.Editing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What edits apply to, and where the clips differ. */
final class ScopeLine extends FlowPane {

    private static final int MOST = 2;

    private final Scope scope;

    ScopeLine(Scope scope) {
        super(6, 2);
        this.scope = scope;
        getStyleClass().add("rb-scope");
    }

    void show() {
        List<Node> all = new ArrayList<>();
        int count = scope.clips().size();
        Optional<Editing.Held> edited = scope.desk().editing().held().get();
        if (edited.isPresent()) {
            int tasks = edited.get().tasks().size();
            all.add(words(tasks == 1 ? EditWords.EDITING_ONE.say() : EditWords.EDITING_MANY.say(tasks)));
            all.add(link(EditWords.STOP.say(), EditWords.STOP_TIP.say(), () -> scope.desk().editing().stop()));
        } else {
            all.add(scopeWords(count));
        }
        List<Clip> strangers = scope.strangers();
        if (!strangers.isEmpty()) {
            all.add(link(RecipeWords.STEPS_DIFFER.say(strangers.size()), RecipeWords.SELECT_THOSE.say(),
                    () -> scope.desk().select(strangers)));
            all.add(link(RecipeWords.USE_FOR_ALL.say(), RecipeWords.USE_FOR_ALL_TIP.say(), scope::spread));
        } else if (count > 1) {
            StepKey.of(scope.draft()).stream().filter(key -> !scope.differing(key).isEmpty()).limit(MOST).forEach(key -> {
                List<Clip> others = scope.differing(key);
                all.add(link(RecipeWords.DIFFERS.say(scope.title(key.op()), others.size()), RecipeWords.SELECT_THOSE.say(),
                        () -> scope.desk().select(others)));
            });
        }
        getChildren().setAll(all);
    }

    private static Label scopeWords(int count) {
        return words(count == 0
                ? RecipeWords.FOR_NEWCOMERS.say()
                : count == 1 ? RecipeWords.FOR_THIS.say() : RecipeWords.FOR_SELECTED.say(count));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("rb-quiet-words");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Button link(String text, String tip, Runnable run) {
        Button link = new Button(text);
        link.getStyleClass().add("rb-link");
        link.setMinWidth(USE_PREF_SIZE);
        Tip.say(link, tip);
        link.setOnAction(_ -> run.run());
        return link;
    }
}
