package io.reelbench.app.queue;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.KeyQuestions;
import io.reelbench.app.queue.QueueRow.Lane;
import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.plan.Likely;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Settings;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The queue as the window shows it: lanes of rows that follow the engine's events. FX thread only. */
public final class QueueModel implements AutoCloseable {

    /** A cancelled task can be taken back in its lane for so long. */
    private static final Duration REGRET = Duration.ofSeconds(30);
    private static final javafx.util.Duration BEAT = javafx.util.Duration.millis(500);

    private final InstantSource clock;
    private final Map<String, QueueRow> rows = new LinkedHashMap<>();
    private final Map<Lane, SortedRows> lanes = new EnumMap<>(Lane.class);
    private final Set<QueueRow> open = new HashSet<>();
    private final Set<QueueRow> regretted = new HashSet<>();
    private final ReadOnlyIntegerWrapper failed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Text>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Overall> overall = new ReadOnlyObjectWrapper<>(Overall.NOTHING);
    private final PauseTransition beat = new PauseTransition(BEAT);
    private BooleanSupplier stopped = () -> false;
    private Function<Task, Optional<Likely>> expected = _ -> Optional.empty();
    private Function<Task, Optional<String>> account = _ -> Optional.empty();
    private KeyQuestions keys;
    private final InvalidationListener asked = _ -> rows.values().forEach(this::askKey);
    private Pin pin = () -> {
    };

    QueueModel(InstantSource clock) {
        this.clock = clock;
        for (Lane lane : List.of(Lane.RUNNING, Lane.WAITING, Lane.RESULTS)) {
            lanes.put(lane, new SortedRows());
        }
        beat.setOnFinished(_ -> beat());
    }

    /**
     * Follows the queue of a desk's engine.
     *
     * @param restored is told once how many tasks of an earlier run are not over
     */
    static QueueModel of(Desk desk, Consumer<Integer> restored) {
        Engine engine = desk.engine();
        Carrier carrier = desk.carrier();
        QueueModel model = new QueueModel(InstantSource.system());
        model.expected = desk.expected()::seconds;
        model.account = desk.elsewhere()::nameOf;
        model.keys = desk.elsewhere().keys();
        model.keys.asked().addListener(model.asked);
        List<TaskEvent> early = new ArrayList<>();
        Feed feed = new Feed(carrier, events -> {
            if (model.loaded.get()) {
                model.apply(events);
            } else {
                early.addAll(events);
            }
        });
        model.pin = engine.listen(feed::add);
        model.stopped = () -> engine.trouble().isPresent();
        carrier.fetch(() -> new Opening(engine.tasks(),
                engine.trouble().or(() -> engine.openingTroubles().stream().findFirst()), engine.isHeld()), found -> {
                    model.load(found.tasks, found.held);
                    model.trouble.set(found.trouble);
                    model.apply(early);
                    restored.accept(model.open.size());
                }, failure -> model.trouble.set(Optional.of(failure.headline())));
        return model;
    }

    private record Opening(List<Task> tasks, Optional<Text> trouble, boolean held) {
    }

    public ObservableList<QueueRow> running() {
        return lanes.get(Lane.RUNNING).shown();
    }

    public ObservableList<QueueRow> waiting() {
        return lanes.get(Lane.WAITING).shown();
    }

    /** What needs a person first, then what is done, the last one first. */
    public ObservableList<QueueRow> results() {
        return lanes.get(Lane.RESULTS).shown();
    }

    /** How many need a person. */
    public ReadOnlyIntegerProperty needsYou() {
        return failed.getReadOnlyProperty();
    }

    /** How many are done, or were there already. */
    public ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    /** Whether the whole queue is stopped. */
    public ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    /** Whether the first look at the queue has come back. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Something that a person must know and that is no single task's failure. */
    public ReadOnlyObjectProperty<Optional<Text>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether no further task is started because the queue cannot be written. */
    public boolean isStopped() {
        return stopped.getAsBoolean();
    }

    public ReadOnlyObjectProperty<Overall> overall() {
        return overall.getReadOnlyProperty();
    }

    public Optional<QueueRow> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** All that are over and are not failures, also those that are shown no more. */
    List<Task> finished() {
        return rows.values().stream().map(r -> r.task().get()).filter(t -> t.state().isOver() && t.state() != TaskState.FAILED)
                .toList();
    }

    void load(List<Task> tasks, boolean isHeld) {
        held.set(isHeld);
        Set<String> unfinished = tasks.stream().filter(t -> !t.state().isOver()).map(Task::batch).collect(Collectors.toSet());
        put(tasks);
        rows.values().forEach(row -> row.counts = unfinished.contains(row.task().get().batch()));
        loaded.set(true);
        count();
    }

    /** What happened, in order. */
    void apply(List<TaskEvent> events) {
        boolean moved = false;
        for (TaskEvent event : events) {
            moved |= !(event instanceof TaskEvent.Progressed);
            switch (event) {
                case TaskEvent.Added(var tasks) -> added(tasks);
                case TaskEvent.Changed(Task task) -> put(List.of(task));
                case TaskEvent.Reordered(var tasks) -> put(tasks);
                case TaskEvent.Removed(var ids) -> remove(ids);
                case TaskEvent.Held(boolean now) -> held.set(now);
                case TaskEvent.Trouble(Text text) -> trouble.set(Optional.of(text));
                case TaskEvent.Progressed p -> find(p.id()).ifPresent(
                        row -> row.progressed(new QueueRow.Live(p.progress(), p.etaUs()), clock.instant().getEpochSecond()));
            }
        }
        if (moved) {
            count();
        }
    }

    private void added(List<Task> tasks) {
        if (open.isEmpty()) {
            rows.values().forEach(row -> row.counts = false); // what was done before is another story
        }
        put(tasks);
        tasks.forEach(t -> rows.get(t.id()).counts = true);
    }

    private void put(Collection<Task> tasks) {
        Map<Lane, List<QueueRow>> leaving = new EnumMap<>(Lane.class);
        Map<Lane, List<QueueRow>> coming = new EnumMap<>(Lane.class);
        List<Runnable> settled = new ArrayList<>();
        for (Task task : tasks) {
            QueueRow row = rows.get(task.id());
            boolean fresh = row == null;
            QueueRow changed = fresh ? new QueueRow(task) : row;
            changed.account = account;
            rows.put(task.id(), changed);
            Lane next = lane(task);
            QueueRow.Place place = QueueRow.placeOf(task);
            boolean stays = !fresh && next == changed.lane() && place.equals(changed.place());
            tally(changed, fresh ? Optional.empty() : Optional.of(changed.state()), task.state());
            if (stays) {
                changed.become(task);
            } else {
                leaving.computeIfAbsent(changed.lane(), _ -> new ArrayList<>()).add(changed);
                coming.computeIfAbsent(next, _ -> new ArrayList<>()).add(changed);
                settled.add(() -> {
                    changed.become(task);
                    changed.settle(next);
                });
            }
        }
        leaving.forEach((lane, gone) -> Optional.ofNullable(lanes.get(lane)).ifPresent(l -> l.removeAll(gone)));
        settled.forEach(Runnable::run);
        tasks.stream().map(task -> rows.get(task.id())).forEach(this::askKey);
        coming.forEach((lane, come) -> Optional.ofNullable(lanes.get(lane)).ifPresent(l -> l.addAll(come)));
    }

    private void askKey(QueueRow row) {
        row.asksKey(keys != null && row.state() == TaskState.RUNNING
                && Cloud.accountOf(row.task().get()).filter(keys::isAsked).isPresent());
    }

    private void tally(QueueRow row, Optional<TaskState> before, TaskState now) {
        failed.set(failed.get() - count(before, TaskState.FAILED) + count(Optional.of(now), TaskState.FAILED));
        done.set(done.get() - count(before, TaskState.DONE) - count(before, TaskState.SKIPPED)
                + count(Optional.of(now), TaskState.DONE) + count(Optional.of(now), TaskState.SKIPPED));
        if (now.isOver()) {
            open.remove(row);
        } else {
            row.counts |= before.filter(TaskState::isOver).isPresent();
            open.add(row);
        }
        if (now == TaskState.CANCELLED) {
            regretted.add(row);
        } else {
            regretted.remove(row);
        }
    }

    private static int count(Optional<TaskState> state, TaskState wanted) {
        return state.filter(s -> s == wanted).isPresent() ? 1 : 0;
    }

    private Lane lane(Task task) {
        return switch (task.state()) {
            case RUNNING, VERIFYING -> Lane.RUNNING;
            case WAITING -> Lane.WAITING;
            case PAUSED -> task.times().started().isPresent() ? Lane.RUNNING : Lane.WAITING;
            case DONE, SKIPPED, FAILED -> Lane.RESULTS;
            case CANCELLED -> isRegrettable(task) ? Lane.RESULTS : Lane.GONE;
        };
    }

    private boolean isRegrettable(Task task) {
        return task.times().finished().filter(end -> end.plus(REGRET).isAfter(clock.instant())).isPresent();
    }

    private void remove(List<String> ids) {
        Map<Lane, List<QueueRow>> leaving = new EnumMap<>(Lane.class);
        for (String id : ids) {
            QueueRow row = rows.remove(id);
            if (row != null) {
                leaving.computeIfAbsent(row.lane(), _ -> new ArrayList<>()).add(row);
                failed.set(failed.get() - count(Optional.of(row.state()), TaskState.FAILED));
                done.set(done.get() - (row.state() == TaskState.DONE || row.state() == TaskState.SKIPPED ? 1 : 0));
                open.remove(row);
                regretted.remove(row);
            }
        }
        leaving.forEach((lane, gone) -> Optional.ofNullable(lanes.get(lane)).ifPresent(l -> l.removeAll(gone)));
    }

    private void beat() {
        List<Task> past = regretted.stream().map(r -> r.task().get()).filter(t -> !isRegrettable(t)).toList();
        put(past);
        past.forEach(t -> regretted.remove(rows.get(t.id())));
        count();
    }

    /** The figures for the whole; again and again as long as something goes on. */
    private void count() {
        List<Overall.Part> parts = new ArrayList<>();
        for (QueueRow row : rows.values()) {
            if (row.counts && row.state() != TaskState.CANCELLED) {
                parts.add(part(row));
            }
        }
        Overall now = Overall.of(parts, Settings.USUAL.slots());
        overall.set(held.get() ? new Overall(now.done(), now.total(), now.fraction(), Optional.empty()) : now);
        if (!running().isEmpty() || !regretted.isEmpty()) {
            beat.playFromStart();
        }
    }

    private Overall.Part part(QueueRow row) {
        Task task = row.task().get();
        double weight = Math.max(1, task.asked().inputs().stream().mapToLong(Task.Input::bytes).sum());
        Overall.Phase phase = switch (task.state()) {
            case WAITING, PAUSED -> row.hasBegun() ? Overall.Phase.RUNNING : Overall.Phase.WAITING;
            case RUNNING, VERIFYING -> Overall.Phase.RUNNING;
            case FAILED -> Overall.Phase.FAILED;
            case DONE, SKIPPED, CANCELLED -> Overall.Phase.DONE;
        };
        OptionalLong took = task.state() == TaskState.DONE && task.times().started().isPresent()
                ? OptionalLong.of(Duration.between(task.times().started().get(), task.times().finished().get()).toNanos() / 1000)
                : OptionalLong.empty();
        return new Overall.Part(phase, task.asked().recipe(), weight, row.fraction(),
                row.live().get().map(QueueRow.Live::etaUs).orElse(OptionalLong.empty()), took, expected.apply(task));
    }

    /** Follows no longer. */
    @Override
    public void close() {
        pin.close();
        if (keys != null) {
            keys.asked().removeListener(asked);
        }
        beat.stop();
    }
}
