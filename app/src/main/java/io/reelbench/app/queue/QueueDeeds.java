package io.reelbench.app.queue;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Comparing;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Editing;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.desk.History;
import io.reelbench.app.room.Outside;
import io.reelbench.app.room.Publishing;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Spot;
import io.reelbench.engine.queue.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/** What a person does to the queue. Everything returns at once; what goes wrong is said. What changes the queue can be undone. FX thread only. */
final class QueueDeeds {

    private final Engine engine;
    private final Carrier carrier;
    private final History history;
    private final Editing editing;
    private final Comparing comparing;
    private final Elsewhere elsewhere;
    private final QueueModel model;
    private final Optional<Trash> trash;
    private final Consumer<Text> wrong;
    private final Publishing publishing;

    /**
     * @param wrong is told what could not be done and why
     */
    QueueDeeds(Desk desk, QueueModel model, Optional<Trash> trash, Consumer<Text> wrong) {
        this.engine = desk.engine();
        this.carrier = desk.carrier();
        this.history = desk.history();
        this.editing = desk.editing();
        this.comparing = desk.comparing();
        this.elsewhere = desk.elsewhere();
        this.model = model;
        this.trash = trash;
        this.wrong = wrong;
        this.publishing = new Publishing(desk, failure -> wrong.accept(failure.headline()));
    }

    void pauseAll() {
        ask(engine.pauseAll());
    }

    void resumeAll() {
        ask(engine.resumeAll());
    }

    void pause(Collection<QueueRow> rows) {
        ask(engine.pause(ids(rows)));
    }

    void resume(Collection<QueueRow> rows) {
        ask(engine.resume(ids(rows)));
    }

    void cancel(Collection<QueueRow> rows) {
        List<String> ids = ids(rows);
        doing(counted(rows, DeedWords.DID_CANCEL, DeedWords.DID_CANCEL_MANY), () -> engine.cancel(ids), () -> engine.retry(ids));
    }

    /** Asks for the key of a row's account; whatever failed for want of it is tried again then. */
    void enterKey(QueueRow row, Runnable otherwise) {
        Optional<Account> account = Cloud.accountOf(row.task().get()).flatMap(elsewhere::find).map(Elsewhere.Known::account);
        account.ifPresentOrElse(known -> elsewhere.keys().want(known, () -> retry(model.results().stream()
                .filter(r -> Cloud.accountOf(r.task().get()).filter(known.id()::equals).isPresent())
                .filter(r -> r.task().get().outcome().failure().filter(QueueDeeds::wantsKey).isPresent()).toList())), otherwise);
    }

    private static boolean wantsKey(Failure failure) {
        return failure instanceof Failure.NoKey || failure instanceof Failure.KeyRefused;
    }

    void retry(Collection<QueueRow> rows) {
        List<String> ids = ids(rows);
        doing(counted(rows, DeedWords.DID_RETRY, DeedWords.DID_RETRY_MANY), () -> engine.retry(ids), () -> engine.cancel(ids));
    }

    /** Takes tasks off the list; what they made stays. */
    void remove(Collection<QueueRow> rows) {
        remove(counted(rows, DeedWords.DID_REMOVE, DeedWords.DID_REMOVE_MANY), rows.stream().map(r -> r.task().get()).toList());
    }

    void clearDone() {
        remove(DeedWords.CLEAR_DONE.with(), model.finished());
    }

    private void remove(Text name, List<Task> tasks) {
        List<String> ids = tasks.stream().map(Task::id).toList();
        if (!ids.isEmpty()) {
            doing(name, () -> engine.remove(ids), () -> engine.putBack(tasks));
        }
    }

    void prioritise(Collection<QueueRow> rows, Priority priority) {
        Map<Priority, List<String>> before = priorities(rows);
        List<String> ids = ids(rows);
        doing(DeedWords.DID_PRIORITISE.with(), () -> engine.prioritise(ids, priority), () -> restore(before));
    }

    /** Puts waiting tasks before or behind another one, which may be of another priority: they take that too. */
    void move(Collection<QueueRow> rows, QueueRow target, boolean before) {
        staying(rows, target, before ? 1 : -1).filter(_ -> !rows.isEmpty()).ifPresent(other -> moveTo(rows, other, before));
    }

    /** The target, or when it moves as well the nearest row that does not. */
    private Optional<QueueRow> staying(Collection<QueueRow> moving, QueueRow target, int step) {
        List<QueueRow> waiting = model.waiting();
        int at = waiting.indexOf(target);
        while (at >= 0 && at < waiting.size() && moving.contains(waiting.get(at))) {
            at += step;
        }
        return at >= 0 && at < waiting.size() ? Optional.of(waiting.get(at)) : Optional.empty();
    }

    private void moveTo(Collection<QueueRow> rows, QueueRow target, boolean before) {
        List<String> ids = ids(rows);
        Spot spot = before ? new Spot.Before(target.id()) : new Spot.After(target.id());
        Priority priority = target.task().get().priority();
        Map<Priority, List<String>> priorities = priorities(rows);
        Map<Spot, List<String>> places = places(rows);
        doing(counted(rows, DeedWords.DID_MOVE, DeedWords.DID_MOVE_MANY),
                () -> engine.prioritise(ids, priority).thenCompose(_ -> engine.move(ids, spot)),
                () -> restore(priorities).thenCompose(_ -> putAll(places)));
    }

    private static Map<Priority, List<String>> priorities(Collection<QueueRow> rows) {
        Map<Priority, List<String>> before = new EnumMap<>(Priority.class);
        rows.forEach(r -> before.computeIfAbsent(r.task().get().priority(), _ -> new ArrayList<>()).add(r.id()));
        return before;
    }

    private CompletableFuture<Void> restore(Map<Priority, List<String>> priorities) {
        return CompletableFuture.allOf(priorities.entrySet().stream().map(e -> engine.prioritise(e.getValue(), e.getKey()))
                .toArray(CompletableFuture[]::new));
    }

    /** Where groups of rows stand, said by the row behind them that does not move. */
    private Map<Spot, List<String>> places(Collection<QueueRow> rows) {
        Map<Spot, List<String>> places = new LinkedHashMap<>();
        List<String> group = new ArrayList<>();
        for (QueueRow row : model.waiting()) {
            if (rows.contains(row)) {
                group.add(row.id());
            } else if (!group.isEmpty()) {
                places.put(new Spot.Before(row.id()), group);
                group = new ArrayList<>();
            }
        }
        if (!group.isEmpty()) {
            places.put(new Spot.Bottom(), group);
        }
        return places;
    }

    private CompletableFuture<Void> putAll(Map<Spot, List<String>> places) {
        return CompletableFuture.allOf(places.entrySet().stream().map(e -> engine.move(e.getValue(), e.getKey()))
                .toArray(CompletableFuture[]::new));
    }

    /** Puts clips and recipes back on the bench, where they are changed. */
    void edit(Collection<QueueRow> rows) {
        editing.begin(rows.stream().map(r -> r.task().get()).toList(), failure -> wrong.accept(failure.headline()));
    }

    /** Asks for the same once more; the old task stays as it is. */
    void again(QueueRow row) {
        anew(DeedWords.DID_RUN_AGAIN.with(row.name()), row, false, UnaryOperator.identity());
    }

    /** Offers places to bring finished files to. */
    void publish(Collection<QueueRow> rows, Node beside) {
        publishing.offer(beside, rows.stream().flatMap(r -> r.task().get().outcome().results().stream())
                .map(Task.Result::file).toList());
    }

    /** The same into another folder. */
    void elsewhere(QueueRow row, Path folder) {
        anew(DeedWords.OTHER_FOLDER_TITLE.with(), row, true, r -> r.with(r.wish().elsewhere(folder)));
    }

    /** The same with the clip where it is now. */
    void foundAt(QueueRow row, Path clip) {
        anew(DeedWords.FIND_FILE_TITLE.with(), row, true,
                r -> r.with(r.clips().stream().map(c -> c.equals(row.clip()) ? clip : c).toList()));
    }

    /** The same under another name when the first one is taken. */
    void renamed(QueueRow row) {
        anew(DeedWords.OTHER_NAME.with(), row, true, r -> {
            OutputWish w = r.wish();
            return r.with(new OutputWish(w.output(), w.to(), w.name(), IfExists.RENAME, w.keepDates()));
        });
    }

    /** The same on this computer instead of elsewhere. */
    void here(QueueRow row) {
        asked(QueueWords.DID_RUN_HERE.with(row.name()), row, true, old -> engine.submit(List.of(engine.request(old))));
    }

    /** Sends a task again whose answer was lost; it may then be done twice, and the person knows. */
    void sendAgain(QueueRow row) {
        String id = row.id();
        carrier.fetch(() -> engine.sendAgain(id).get(),
                _ -> history.did(new Done(QueueWords.DID_SEND_AGAIN.with(row.name()), () -> engine.retry(List.of(id)),
                        () -> engine.cancel(List.of(id)))),
                failure -> wrong.accept(failure.headline()));
    }

    /** Finds out what can be found out of a task whose answer was lost. */
    void check(QueueRow row, Consumer<Text> then) {
        Task task = row.task().get();
        carrier.fetch(() -> engine.cloud().check(task), then, failure -> wrong.accept(failure.headline()));
    }

    /** Asks for a task in another way. */
    private interface Asking {
        List<Task> anew(Task old) throws FailedException, InterruptedException;
    }

    private void anew(Text name, QueueRow row, boolean instead, UnaryOperator<Request> change) {
        asked(name, row, instead, old -> engine.again(old, change));
    }

    private void asked(Text name, QueueRow row, boolean instead, Asking asking) {
        Task old = row.task().get();
        carrier.fetch(() -> {
            List<String> fresh = asking.anew(old).stream().map(Task::id).toList();
            if (instead) {
                engine.remove(List.of(old.id()));
            }
            return fresh;
        }, fresh -> history.did(new Done(name, () -> engine.retry(fresh),
                () -> engine.cancel(fresh).thenCompose(_ -> engine.putBack(instead ? List.of(old) : List.of())))),
                failure -> wrong.accept(failure.headline()));
    }

    /** Whether outputs can be taken back. */
    boolean canTakeBack() {
        return trash.isPresent();
    }

    /** Moves what a task made into the trash and takes the task off the list. The clip is untouched. */
    void takeBack(QueueRow row) {
        trash.ifPresent(bin -> {
            Task task = row.task().get();
            carrier.fetch(() -> thrown(bin, task), thrown -> history.did(takenBack(bin, task, thrown)),
                    failure -> wrong.accept(failure.headline()));
        });
    }

    private List<Trash.Thrown> thrown(Trash bin, Task task) throws FailedException {
        List<Trash.Thrown> thrown = new ArrayList<>();
        for (Task.Result result : task.outcome().results()) {
            try {
                thrown.add(bin.take(result.file()));
            } catch (IOException e) {
                Text why = QueueWords.NO_TRASH.with(result.file().getFileName(), e.getMessage());
                carrier.onFx(() -> wrong.accept(why));
            }
        }
        if (thrown.size() == task.outcome().results().size()) {
            engine.remove(List.of(task.id()));
        }
        return thrown;
    }

    private History.Deed takenBack(Trash bin, Task task, List<Trash.Thrown> first) {
        List<Trash.Thrown> lying = new ArrayList<>(first);
        return new Done(DeedWords.DID_TAKE_BACK.with(task.name()), () -> aside(() -> {
            lying.clear();
            lying.addAll(thrown(bin, task));
            return null;
        }), () -> aside(() -> {
            for (Trash.Thrown one : lying) {
                one.restore();
            }
            return engine.putBack(List.of(task));
        }));
    }

    private CompletableFuture<Void> aside(java.util.concurrent.Callable<?> work) {
        return carrier.fetch(work, _ -> {
        }, _ -> {
            // the future that is returned tells it
        }).thenApply(_ -> null);
    }

    void open(QueueRow row) {
        outside(row, Outside::open);
    }

    void show(QueueRow row) {
        outside(row, Outside::show);
    }

    /** Looks at what a task made beside its clip. */
    void compare(QueueRow row) {
        comparing.begin(row.task().get(), () -> {
            // the viewer is in sight wherever the queue is
        }, failure -> wrong.accept(failure.headline()));
    }

    /** Reads a report. */
    void read(Path file, Consumer<String> then) {
        carrier.fetch(() -> ReportText.read(file), then, failure -> wrong.accept(failure.headline()));
    }

    /** A way to hand a file to another program, which says why it could not. */
    private interface Way {
        Optional<Text> hand(Path file) throws InterruptedException;
    }

    private void outside(QueueRow row, Way way) {
        row.task().get().outcome().results().stream().findFirst().ifPresent(result -> carrier.fetch(() -> way.hand(result.file()),
                why -> why.ifPresent(wrong), failure -> wrong.accept(failure.headline())));
    }

    private void doing(Text name, Supplier<CompletableFuture<Void>> redo, Supplier<CompletableFuture<Void>> undo) {
        ask(redo.get());
        history.did(new Done(name, redo, undo));
    }

    private <T> void ask(CompletableFuture<T> asked) {
        carrier.bring(asked, _ -> {
        }, failure -> wrong.accept(failure.headline()));
    }

    private static List<String> ids(Collection<QueueRow> rows) {
        return rows.stream().map(QueueRow::id).toList();
    }

    private static Text counted(Collection<QueueRow> rows, DeedWords one, DeedWords many) {
        return rows.size() == 1 ? one.with(rows.iterator().next().name()) : many.with(rows.size());
    }

    private final class Done implements History.Deed {

        private final Text name;
        private final Supplier<CompletableFuture<Void>> redo;
        private final Supplier<CompletableFuture<Void>> undo;

        Done(Text name, Supplier<CompletableFuture<Void>> redo, Supplier<CompletableFuture<Void>> undo) {
            this.name = name;
            this.redo = redo;
            this.undo = undo;
        }

        @Override
        public Text name() {
            return name;
        }

        @Override
        public void undo() {
            ask(undo.get());
        }

        @Override
        public void redo() {
            ask(redo.get());
        }
    }
}
