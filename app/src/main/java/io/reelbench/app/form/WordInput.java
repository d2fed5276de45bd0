package io.reelbench.app.form;

import io.reelbench.engine.schema.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One of a few words: side by side when they are few and short, else in a list. */
final class WordInput implements Input {

    private static final int FEW = 4;

    private final Pick<String> pick;
    private final Sender sender;

    WordInput(Sender sender) {
        this(sender, sender.field().kind().words(),
                word -> sender.field().titles().get(sender.field().kind().words().indexOf(word)));
    }

    private WordInput(Sender sender, List<String> words, Function<String, String> title) {
        this.sender = sender;
        this.pick = Pick.of(words, _ -> false, title, sender.field().label(), this::take);
    }

    /** For whole numbers of which there are only a few. */
    static WordInput ofFew(Sender sender) {
        Field field = sender.field();
        return new WordInput(sender,
                IntStream.rangeClosed((int) field.ask().min(), (int) field.ask().max()).mapToObj(Integer::toString).toList(),
                Function.identity());
    }

    /** Whether there are only a few whole numbers to choose from. */
    static boolean areFew(Field field) {
        return field.kind().name().equals("int") && !new Amounts(field).slides() && field.ask().max() - field.ask().min() < FEW;
    }

    private void take(String word) {
        boolean usual = sender.field().usual().filter(word::equals).isPresent();
        sender.sendOnce(usual ? "" : word);
    }

    @Override
    public void show(Shown now) {
        String word = now.textOr(sender.field().usual().orElse(""));
        pick.show(now.mixed() || word.isEmpty() ? null : word);
    }

    @Override
    public javafx.scene.Node node() {
        return pick.node();
    }
}
