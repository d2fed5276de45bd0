package io.reelbench.app.queue;

import io.reelbench.app.look.Theme;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** What helps against a failure: the fix as a button where it can be done, and what happened in full. */
final class Fixes {

    /** Asks the person for a place; empty when nothing was chosen. */
    interface Asking {

        Optional<Path> folder(Path start);

        Optional<Path> file(Path start);
    }

    /** Something that helps, by its title. */
    private record Fix(Message title, Consumer<Node> run) {

        Fix(Message title, Runnable run) {
            this(title, _ -> run.run());
        }
    }

    private static final double ANSWER = 320;

    private final QueueDeeds deeds;
    private final Asking asking;
    private final Runnable accounts;

    /** @param accounts shows the accounts */
    Fixes(QueueDeeds deeds, Asking asking, Runnable accounts) {
        this.deeds = deeds;
        this.asking = asking;
        this.accounts = accounts;
    }

    /** The best one first, as a plain button; others as words. */
    List<Button> buttons(QueueRow row, Failure failure) {
        List<Button> buttons = new ArrayList<>();
        for (Fix fix : fixes(row, failure)) {
            Button button = new Button(fix.title.say());
            RowTools.told(button, fix.title, () -> fix.run.accept(button));
            if (!buttons.isEmpty() || !helpsAtOnce(failure)) {
                button.getStyleClass().add("rb-quiet");
            }
            buttons.add(button);
        }
        return buttons;
    }

    /** Does the first thing that helps. */
    void best(QueueRow row, Node beside) {
        row.task().get().outcome().failure().ifPresent(failure -> fixes(row, failure).getFirst().run.accept(beside));
    }

    private static boolean helpsAtOnce(Failure failure) {
        return failure.retryable() || failure instanceof Failure.Exists || failure instanceof Failure.AnswerLost;
    }

    private List<Fix> fixes(QueueRow row, Failure failure) {
        Fix retry = new Fix(DeedWords.RETRY, () -> deeds.retry(List.of(row)));
        return switch (failure) {
            case Failure.DiskFull _ -> List.of(new Fix(DeedWords.OTHER_DISK, () -> elsewhere(row)), retry);
            case Failure.NoWrite _,Failure.NoFolder _ -> List.of(new Fix(DeedWords.OTHER_FOLDER, () -> elsewhere(row)), retry);
            case Failure.Missing _ -> List.of(new Fix(DeedWords.FIND_FILE, () -> find(row)), retry);
            case Failure.Exists _ -> List.of(new Fix(DeedWords.OTHER_NAME, () -> deeds.renamed(row)), retry);
            case Failure.AnswerLost _ -> List.of(new Fix(QueueWords.CHECK_ANSWER, node -> check(row, node)),
                    new Fix(QueueWords.SEND_AGAIN, () -> deeds.sendAgain(row)));
            case Failure.NoKey _,Failure.KeyRefused _ ->
                List.of(new Fix(QueueWords.ENTER_KEY, () -> deeds.enterKey(row, accounts)), retry);
            case Failure.OverBudget _ -> either(new Fix(QueueWords.CHANGE_LIMIT, accounts), retry, row);
            case Failure.NoAccount _ -> either(new Fix(QueueWords.TO_ACCOUNTS, accounts), retry, row);
            case Failure.NoCredit _,Failure.Unreachable _,Failure.RemoteFailed _,Failure.RemoteRefused _ ->
                either(retry, row);
            default -> List.of(retry);
        };
    }

    /** What can be done here can be done here as well. */
    private List<Fix> either(Fix first, QueueRow row) {
        return isElsewhere(row) ? List.of(first, new Fix(QueueWords.RUN_HERE, () -> deeds.here(row))) : List.of(first);
    }

    private List<Fix> either(Fix first, Fix second, QueueRow row) {
        List<Fix> all = new ArrayList<>(either(first, row));
        all.add(1, second);
        return all;
    }

    /** Whether it is work of an account that this computer can do too. */
    static boolean isElsewhere(QueueRow row) {
        Task task = row.task().get();
        return Cloud.accountOf(task).isPresent() && Cloud.recipeOf(task).isPresent();
    }

    /** Says beside a node what became of a task whose answer was lost. */
    void check(QueueRow row, Node beside) {
        deeds.check(row, text -> {
            Label words = new Label(text.toString());
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            words.setPrefWidth(ANSWER);
            VBox card = new VBox(words);
            card.getStyleClass().add("rb-answer");
            pop(card, beside);
        });
    }

    private void elsewhere(QueueRow row) {
        asking.folder(row.clip().getParent()).ifPresent(folder -> deeds.elsewhere(row, folder));
    }

    private void find(QueueRow row) {
        asking.file(row.clip().getParent()).ifPresent(file -> deeds.foundAt(row, file));
    }

    /** Shows what was run and what it said, beside a node. */
    void log(QueueRow row, Node beside) {
        Button copy = RowTools.told(DeedWords.COPY_REPORT, DeedWords.REPORT_TO_CLIPBOARD, () -> copyReport(row));
        card(row.name(), DeedWords.LOG_OF.say(row.name()), log(row.task().get()), copy, beside);
    }

    /** Shows what a report says. */
    void report(QueueRow row, Node beside) {
        ReportText.of(row.task().get()).ifPresent(file -> deeds.read(file, words -> {
            Button copy = RowTools.told(DeedWords.COPY, DeedWords.TO_CLIPBOARD, () -> copy(words));
            card(file.getFileName().toString(), DeedWords.REPORT_ON.say(row.name()), words, copy, beside);
        }));
    }

    private static void card(String name, String spoken, String text, Button copy, Node beside) {
        Label title = new Label(name);
        title.getStyleClass().add("rb-title");
        TextArea words = new TextArea(text);
        words.setEditable(false);
        words.setWrapText(true);
        words.getStyleClass().add("rb-code");
        words.setAccessibleText(spoken);
        VBox.setVgrow(words, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox card = new VBox(title, words, new HBox(gap, copy));
        card.getStyleClass().add("rb-log");
        pop(card, beside);
        words.requestFocus();
    }

    private static void pop(VBox card, Node beside) {
        PopOver pop = new PopOver(card);
        pop.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        pop.setDetachable(false);
        pop.setAnimated(false);
        Theme.wear(pop.getRoot(), beside);
        pop.show(beside);
    }

    static String log(Task task) {
        String why = task.outcome().failure().map(f -> f.headline() + "\n" + f.fix() + "\n\n").orElse("");
        return why + task.outcome().log().map(log -> log.command() + "\n\n" + log.words()).orElse(DeedWords.NOTHING_RUN.say());
    }

    /** All that someone who wants to help must know. */
    void copyReport(QueueRow row) {
        copy(report(row.task().get()));
    }

    private static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static String report(Task task) {
        StringBuilder report = new StringBuilder("Reelbench\n");
        report.append(task.name()).append('\n');
        report.append("Recipe: ").append(task.asked().recipe()).append("\nOutput: ").append(task.asked().wish())
                .append("\nAttempt: ").append(task.attempt()).append("\nSystem: ").append(System.getProperty("os.name"))
                .append(' ').append(System.getProperty("os.arch")).append(", Java ").append(System.getProperty("java.version"));
        return report.append("\n\n").append(log(task)).append('\n').toString();
    }
}
