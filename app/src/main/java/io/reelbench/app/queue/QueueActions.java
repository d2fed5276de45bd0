package io.reelbench.app.queue;

import io.reelbench.app.desk.Comparing;
import io.reelbench.app.desk.EditWords;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.PublishWords;
import io.reelbench.app.room.Publishing;
import io.reelbench.app.room.Section;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Message;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/** Everything that can be done with the queue, by its actions: keys, menu and the command box share them. */
final class QueueActions {

    private static final Section WHERE = Section.QUEUE;

    private final Actions actions;
    private final QueueModel model;
    private final QueueDeeds deeds;
    private final Fixes fixes;
    private final Lanes lanes;
    private final ObservableValue<Boolean> near;
    private final List<Action> ofRows = new ArrayList<>();

    /**
     * @param near whether the keyboard is in the queue: only then do keys mean its rows
     */
    QueueActions(Actions actions, QueueModel model, QueueDeeds deeds, Fixes fixes, Lanes lanes, ObservableValue<Boolean> near) {
        this.actions = actions;
        this.model = model;
        this.deeds = deeds;
        this.fixes = fixes;
        this.lanes = lanes;
        this.near = near;
    }

    void register(Runnable toggle) {
        actions.add("toggle-queue", DeedWords.TOGGLE.with(), WHERE, "Shortcut+3", toggle);
        actions.add("pause-queue", DeedWords.PAUSE_OR_RESUME.with(), WHERE, "Shortcut+Shift+P", this::pauseOrResumeAll);
        actions.add("clear-done", DeedWords.CLEAR_DONE.with(), WHERE, "", model.done().greaterThan(0), deeds::clearDone);
        rows("open-output", DeedWords.OPEN, "Enter", this::opens, each(this::openOrFix));
        rows("show-output", DeedWords.SHOW_IN_FOLDER, "Shift+Enter", QueueActions::hasFile, each(deeds::show));
        rows("copy-output-path", DeedWords.COPY_PATH, "Shortcut+C", QueueActions::hasFile, this::copyPaths);
        rows("compare-output", DeedWords.COMPARE, "Shortcut+D", row -> Comparing.isPossible(row.task().get()),
                rows -> deeds.compare(rows.getFirst()));
        rows("publish-output", PublishWords.PUBLISH, "Shortcut+U", QueueActions::isPublished, this::publish);
        rows("copy-link", PublishWords.COPY_LINK, "", QueueActions::hasLink, QueueActions::copyLinks);
        rows("check-answer", QueueWords.CHECK_ANSWER, "", QueueActions::isLost,
                each(row -> fixes.check(row, lanes.beside(row))));
        rows("send-again", QueueWords.SEND_AGAIN, "", QueueActions::isLost, each(deeds::sendAgain));
        rows("retry-task", DeedWords.RETRY, "Shortcut+R", QueueActions::isRetried, deeds::retry);
        rows("edit-task", EditWords.EDIT, "Shortcut+E", QueueActions::isEdited, deeds::edit);
        rows("run-task-again", DeedWords.RUN_AGAIN, "", QueueActions::isDone, each(deeds::again));
        rows("task-log", DeedWords.LOG, "Shortcut+L", QueueActions::isFailed, rows -> fixes.log(rows.getFirst(), lanes));
        rows("copy-report", DeedWords.COPY_REPORT, "Shortcut+Shift+C", QueueActions::isFailed, each(fixes::copyReport));
        rows("pause-task", DeedWords.PAUSE, "", QueueActions::isPausable, deeds::pause);
        rows("resume-task", DeedWords.RESUME, "", row -> row.state() == TaskState.PAUSED, deeds::resume);
        rows("task-top", DeedWords.TO_TOP, "Alt+Home", QueueActions::isWaiting, rows -> moveTo(rows, true));
        rows("task-up", DeedWords.MOVE_UP, "Alt+Up", QueueActions::isWaiting, rows -> move(rows, -1));
        rows("task-down", DeedWords.MOVE_DOWN, "Alt+Down", QueueActions::isWaiting, rows -> move(rows, 1));
        rows("task-bottom", DeedWords.TO_BOTTOM, "Alt+End", QueueActions::isWaiting, rows -> moveTo(rows, false));
        rows("task-first", DeedWords.HIGH, "", QueueActions::isWaiting, rows -> deeds.prioritise(rows, Priority.HIGH));
        rows("task-normal", DeedWords.NORMAL, "", QueueActions::isWaiting, rows -> deeds.prioritise(rows, Priority.NORMAL));
        rows("task-last", DeedWords.LOW, "", QueueActions::isWaiting, rows -> deeds.prioritise(rows, Priority.LOW));
        rows("cancel-task", DeedWords.CANCEL, "Delete", QueueActions::isBegun, deeds::cancel);
        rows("remove-task", DeedWords.REMOVE_FROM_LIST, "Delete", row -> !isBegun(row), deeds::remove);
        rows("take-back", DeedWords.TAKE_BACK, "", row -> hasFile(row) && isDone(row) && deeds.canTakeBack(),
                each(deeds::takeBack));
    }

    private void rows(String id, Message title, String key, Predicate<QueueRow> fits, Consumer<List<QueueRow>> run) {
        BooleanBinding chosen = Bindings.createBooleanBinding(() -> lanes.selected().get().stream().anyMatch(fits),
                lanes.selected(), model.overall(), model.running(), model.results());
        ObservableBooleanValue possible = chosen
                .and(Bindings.createBooleanBinding(() -> Boolean.TRUE.equals(near.getValue()), near));
        ofRows.add(actions.addLocal(id, title.with(), WHERE, key, possible,
                () -> run.accept(lanes.selected().get().stream().filter(fits).toList())));
    }

    private static Consumer<List<QueueRow>> each(Consumer<QueueRow> one) {
        return rows -> rows.forEach(one);
    }

    private boolean opens(QueueRow row) {
        return hasFile(row) || isFailed(row);
    }

    private void openOrFix(QueueRow row) {
        if (isFailed(row)) {
            fixes.best(row, lanes.beside(row));
        } else {
            deeds.open(row);
        }
    }

    private static boolean hasFile(QueueRow row) {
        return (isDone(row) || row.state() == TaskState.SKIPPED) && !row.task().get().outcome().results().isEmpty();
    }

    /** Files can be brought elsewhere, folders cannot. */
    private static boolean isPublished(QueueRow row) {
        return hasFile(row) && Product.of(row.task().get()) != Product.FOLDER;
    }

    private static boolean hasLink(QueueRow row) {
        return Cloud.address(row.task().get()).isPresent();
    }

    private static boolean isLost(QueueRow row) {
        return row.task().get().outcome().failure().filter(Failure.AnswerLost.class::isInstance).isPresent();
    }

    private void publish(List<QueueRow> rows) {
        deeds.publish(rows, lanes.beside(rows.getFirst()));
    }

    private static void copyLinks(List<QueueRow> rows) {
        Publishing.copy(String.join("\n", rows.stream().flatMap(r -> Cloud.address(r.task().get()).stream()).toList()));
    }

    private static boolean isDone(QueueRow row) {
        return row.state() == TaskState.DONE;
    }

    private static boolean isFailed(QueueRow row) {
        return row.state() == TaskState.FAILED;
    }

    private static boolean isRetried(QueueRow row) {
        return row.state().isOver() && !isDone(row);
    }

    /** What runs is left alone until it is paused or over. */
    private static boolean isEdited(QueueRow row) {
        return row.state() != TaskState.RUNNING && row.state() != TaskState.VERIFYING
                && Cloud.recipeOf(row.task().get()).isPresent();
    }

    private static boolean isPausable(QueueRow row) {
        return row.state() == TaskState.RUNNING || row.state() == TaskState.WAITING;
    }

    private static boolean isWaiting(QueueRow row) {
        return row.lane() == QueueRow.Lane.WAITING;
    }

    private static boolean isBegun(QueueRow row) {
        return row.lane() == QueueRow.Lane.RUNNING || row.hasBegun();
    }

    private void copyPaths(List<QueueRow> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", rows.stream().flatMap(r -> r.task().get().outcome().results().stream())
                .map(r -> r.file().toString()).toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void pauseOrResumeAll() {
        if (model.held().get()) {
            deeds.resumeAll();
        } else {
            deeds.pauseAll();
        }
    }

    private void move(List<QueueRow> rows, int step) {
        int at = step < 0 ? model.waiting().indexOf(rows.getFirst()) - 1 : model.waiting().indexOf(rows.getLast()) + 1;
        if (at >= 0 && at < model.waiting().size()) {
            lanes.follow(rows);
            deeds.move(rows, model.waiting().get(at), step < 0);
        }
    }

    private void moveTo(List<QueueRow> rows, boolean top) {
        lanes.follow(rows);
        deeds.move(rows, top ? model.waiting().getFirst() : model.waiting().getLast(), top);
    }

    /** A key that was pressed on a row. */
    void pressed(KeyEvent event) {
        ofRows.stream().filter(a -> a.key().filter(k -> k.match(event)).isPresent() && a.possible().get()).toList()
                .forEach(action -> {
                    event.consume();
                    action.fire();
                });
    }

    /** Puts the same actions into a menu; only those that make sense when it is shown. */
    void fill(ContextMenu menu) {
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            String before = "";
            for (Action action : ofRows) {
                if (action.possible().get()) {
                    String group = group(action.id());
                    if (!before.isEmpty() && !before.equals(group)) {
                        menu.getItems().add(new SeparatorMenuItem());
                    }
                    before = group;
                    MenuItem item = new MenuItem(action.title());
                    action.key().ifPresent(item::setAccelerator);
                    item.setOnAction(_ -> action.fire());
                    menu.getItems().add(item);
                }
            }
        });
        // a menu without items is never shown, so that it could not be filled when it is
        menu.getItems().add(new MenuItem());
    }

    private static String group(String id) {
        return switch (id) {
            case "open-output", "show-output", "copy-output-path", "compare-output", "publish-output", "copy-link" -> "file";
            case "check-answer", "send-again", "retry-task", "edit-task", "run-task-again", "task-log", "copy-report",
                    "pause-task", "resume-task" ->
                "run";
            case "task-top", "task-up", "task-down", "task-bottom" -> "order";
            case "task-first", "task-normal", "task-last" -> "priority";
            default -> "end";
        };
    }
}
