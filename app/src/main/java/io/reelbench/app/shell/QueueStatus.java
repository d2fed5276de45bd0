package io.reelbench.app.shell;

import io.reelbench.app.desk.KeyQuestions;
import io.reelbench.app.queue.QueueModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.ObservableList;

/**
 * What the window as a whole must know of the queue.
 *
 * @param empty    whether there is no task at all
 * @param working  whether something is under way
 * @param needsYou how many tasks need a person
 */
record QueueStatus(boolean empty, boolean working, int needsYou) {

    /** @param keys that tasks wait for */
    static ObjectBinding<QueueStatus> of(QueueModel model, ObservableList<KeyQuestions.Question> keys) {
        return Bindings.createObjectBinding(
                () -> new QueueStatus(model.running().isEmpty() && model.waiting().isEmpty() && model.results().isEmpty(),
                        !model.running().isEmpty(),
                        model.needsYou().get() + keys.stream().mapToInt(KeyQuestions.Question::waiting).sum()),
                model.running(), model.waiting(), model.results(), model.needsYou(), keys);
    }

    /** In the words of the title bar. */
    String words() {
        return needsYou > 0 ? ShellWords.NEEDS_YOU.say(needsYou) : (working ? ShellWords.WORKING : ShellWords.IDLE).say();
    }
}
