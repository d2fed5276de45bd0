package io.reelbench.app.queue;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One task as the queue shows it. Lives on the FX thread; only {@link QueueModel} changes it. */
public final class QueueRow {

    /** Where it stands. */
    public enum Lane {
        RUNNING, WAITING, RESULTS,
        /** It is not shown any more. */
        GONE
    }

    /**
     * What its run last told.
     *
     * @param etaUs time left in microseconds
     */
    public record Live(Progress progress, OptionalLong etaUs) {
    }

    /** Its place within its lane. */
    record Place(long first, long second, String id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::first).thenComparingLong(Place::second)
                .thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final ReadOnlyObjectWrapper<Task> task;
    private final ReadOnlyObjectWrapper<Optional<Live>> live = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Speeds speeds = new Speeds();
    private int attempt;
    private Lane lane = Lane.GONE;
    private Place place;
    /** How the account is called that does a task, or that it goes to. */
    Function<Task, Optional<String>> account = _ -> Optional.empty();
    private final ReadOnlyBooleanWrapper asksKey = new ReadOnlyBooleanWrapper();
    /** Whether it belongs to the work that is going on now, and so to the figures for the whole. */
    boolean counts;

    QueueRow(Task task) {
        this.task = new ReadOnlyObjectWrapper<>(task);
        this.attempt = task.attempt();
        this.place = placeOf(task);
    }

    public String id() {
        return task.get().id();
    }

    public ReadOnlyObjectProperty<Task> task() {
        return task.getReadOnlyProperty();
    }

    public TaskState state() {
        return task.get().state();
    }

    /** The account that does it, or that it goes to; empty for what stays on this computer. */
    Optional<String> where() {
        return account.apply(task.get());
    }

    /** Whether it waits for a key that a person has to tell. */
    ReadOnlyBooleanProperty asksKey() {
        return asksKey.getReadOnlyProperty();
    }

    void asksKey(boolean now) {
        asksKey.set(now);
    }

    /** The clip's name. */
    public String name() {
        return task.get().name();
    }

    public Path clip() {
        return task.get().asked().inputs().getFirst().file();
    }

    /** The file whose picture tells it from others; none of what is made of words alone. */
    List<Path> pictured() {
        return Cloud.isOfWords(task.get()) ? List.of() : List.of(clip());
    }

    public ReadOnlyObjectProperty<Optional<Live>> live() {
        return live.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1; never less than it was in this attempt. */
    public OptionalDouble fraction() {
        return live.get().map(l -> l.progress().fraction()).orElse(OptionalDouble.empty());
    }

    /** Whether its work has begun and is not over, also while it is stopped. */
    public boolean hasBegun() {
        return task.get().times().started().isPresent() && !state().isOver();
    }

    Speeds speeds() {
        return speeds;
    }

    Lane lane() {
        return lane;
    }

    Place place() {
        return place;
    }

    /** Takes the task as it stands now; its lane may then be another one. */
    void become(Task now) {
        if (now.attempt() != attempt || now.state().isOver()) {
            attempt = now.attempt();
            live.set(Optional.empty());
            speeds.clear();
        }
        task.set(now);
    }

    void settle(Lane now) {
        lane = now;
        place = placeOf(task.get());
    }

    void progressed(Live now, long second) {
        if (state().isOver()) {
            return;
        }
        double before = fraction().orElse(-1);
        OptionalDouble told = now.progress.fraction();
        boolean back = told.orElse(before) < before;
        Progress p = now.progress;
        Progress steady = back || told.isEmpty() && before >= 0
                ? new Progress(OptionalDouble.of(before), p.speed(), p.fps(), p.bytes(), p.doing())
                : p;
        p.speed().ifPresent(speed -> speeds.add(speed, second));
        live.set(Optional.of(new Live(steady, now.etaUs)));
    }

    static Place placeOf(Task task) {
        return switch (task.state()) {
            case RUNNING, VERIFYING -> new Place(ms(task.times().started()), task.position(), task.id());
            case PAUSED, WAITING -> task.state() == TaskState.PAUSED && task.times().started().isPresent()
                    ? new Place(ms(task.times().started()), task.position(), task.id())
                    : new Place(task.priority().ordinal(), task.position(), task.id());
            case FAILED -> new Place(Long.MIN_VALUE, -ms(task.times().finished()), task.id());
            case DONE, SKIPPED, CANCELLED -> new Place(-ms(task.times().finished()), -task.position(), task.id());
        };
    }

    private static long ms(Optional<Instant> when) {
        return when.map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String toString() {
        return name() + " " + state();
    }
}
