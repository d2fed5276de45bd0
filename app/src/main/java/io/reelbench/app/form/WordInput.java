package io.reelbench.app.form;

import io.reelbench.engine.schema.Field;
import java.util.List;

/** One of a few words: side by side when they are few and short, else in a list. */
final class WordInput implements Input {

    private final Pick<String> pick;
    private final Sender sender;

    WordInput(Sender sender) {
        this.sender = sender;
        Field field = sender.field();
        List<String> words = field.kind().words();
        this.pick = Pick.of(words, _ -> false, word -> Titles.of(field.kind().titles().get(words.indexOf(word))),
                field.ask().value(),
                this::take);
    }

    private void take(String word) {
        boolean usual = sender.field().usual().filter(word::equals).isPresent();
        sender.sendOnce(usual ? "" : word);
    }

    @Override
    public void show(Shown now) {
        pick.show(now.mixed() ? null : now.textOr(sender.field().usual().orElse("")));
    }

    @Override
    public javafx.scene.Node node() {
        return pick.node();
    }
}
