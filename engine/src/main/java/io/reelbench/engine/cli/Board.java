package io.reelbench.engine.cli;

import io.reelbench.engine.plan.Step;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What there is to see of a batch, kept up to date by events. Not safe for several threads. */
final class Board {

    private static final Duration FIRST_GUESS = Duration.ofSeconds(3);
    private static final double FIRST_FRACTION = 0.02;

    /**
     * A task under way.
     *
     * @param fraction empty when nobody knows
     * @param doing    empty while it is checked
     */
    record Row(String name, OptionalDouble fraction, OptionalDouble speed, OptionalLong leftUs, Optional<Step.Doing> doing,
            boolean checking) {
    }

    /**
     * One look.
     *
     * @param over     tasks that are over
     * @param total    all tasks
     * @param fraction of the whole batch
     * @param leftUs   until all is over; empty until it can be told
     */
    record View(List<Row> rows, int over, int total, double fraction, OptionalLong leftUs) {
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final java.util.function.Function<Task, String> names;
    private final Instant started;
    private int over;

    Board(java.util.function.Function<Task, String> names, Instant started) {
        this.names = names;
        this.started = started;
    }

    void take(TaskEvent event) {
        switch (event) {
            case TaskEvent.Added(List<Task> tasks) -> tasks.forEach(t -> known.putIfAbsent(t.id(), false));
            case TaskEvent.Changed(Task task) -> change(task);
            case TaskEvent.Progressed(String id, Progress progress, OptionalLong leftUs) ->
                rows.computeIfPresent(id, (_, row) -> new Row(row.name, progress.fraction(), progress.speed(), leftUs,
                        progress.doing().or(row::doing), row.checking));
            case TaskEvent.Removed _,TaskEvent.Reordered _,TaskEvent.Held _,TaskEvent.Trouble _ -> {
                // nothing of these is shown
            }
        }
    }

    private void change(Task task) {
        boolean wasOver = Boolean.TRUE.equals(known.put(task.id(), task.state().isOver()));
        over += (task.state().isOver() ? 1 : 0) - (wasOver ? 1 : 0);
        if (task.state().isActive()) {
            boolean checking = task.state() == TaskState.VERIFYING;
            Row before = rows.getOrDefault(task.id(), fresh(task));
            rows.put(task.id(), new Row(before.name, checking ? OptionalDouble.of(1) : before.fraction,
                    checking ? OptionalDouble.empty() : before.speed, checking ? OptionalLong.empty() : before.leftUs,
                    before.doing, checking));
        } else {
            rows.remove(task.id());
        }
    }

    private Row fresh(Task task) {
        return new Row(names.apply(task), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(),
                Optional.empty(), false);
    }

    View view(Instant now) {
        double running = rows.values().stream().mapToDouble(r -> r.fraction.orElse(0)).sum();
        double fraction = known.isEmpty() ? 0 : Math.min(1, (over + running) / known.size());
        return new View(List.copyOf(rows.values()), over, known.size(), fraction, left(fraction, Duration.between(started, now)));
    }

    /** By what was done so far; never less than the slowest of those that run. */
    private OptionalLong left(double fraction, Duration since) {
        OptionalLong slowest = rows.values().stream().map(Row::leftUs).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).max();
        boolean early = since.compareTo(FIRST_GUESS) < 0 || fraction < FIRST_FRACTION;
        if (early || fraction >= 1) {
            return OptionalLong.empty();
        }
        long guess = Math.round(since.toNanos() / 1000.0 * (1 - fraction) / fraction);
        return OptionalLong.of(Math.max(guess, slowest.orElse(0)));
    }
}
