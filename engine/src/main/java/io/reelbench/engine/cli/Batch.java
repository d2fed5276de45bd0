package io.reelbench.engine.cli;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Tasks from being added until the last of them is over. */
final class Batch {

    private final Engine engine;
    private final Report report;
    private final Stop stop;
    private final InstantSource clock;
    private final Map<String, Task> over = new HashMap<>();
    private final Set<String> waited = new HashSet<>();
    /** Deliveries of outputs, as they end. */
    private final List<String> brought = new ArrayList<>();
    private int toBring;
    private final CountDownLatch allOver = new CountDownLatch(1);
    private boolean added;

    Batch(Engine engine, Report report, Stop stop, InstantSource clock) {
        this.engine = engine;
        this.report = report;
        this.stop = stop;
        this.clock = clock;
    }

    /** Returns when all are over; {@code lost} inputs only count. A wish to stop cancels them first. */
    Tally run(List<Request> requests, int lost) throws FailedException, InterruptedException {
        return run(() -> engine.submit(requests), requests.isEmpty(), lost);
    }

    /** How tasks are added. */
    interface Adding {
        List<Task> add() throws FailedException, InterruptedException;
    }

    /** The same for tasks of any kind. */
    Tally run(Adding adding, boolean none, int lost) throws FailedException, InterruptedException {
        Instant started = clock.instant();
        List<Task> tasks = List.of();
        try (Pin _ = engine.listen(this::take)) {
            if (!none) {
                tasks = adding.add();
                List<Task> all = tasks;
                expect(all);
                stop.by(() -> cancel(all));
                allOver.await();
                tasks = withDeliveries(all);
            }
        }
        Tally tally = new Tally(ended(tasks), lost, stop.isAsked(), Duration.between(started, clock.instant()));
        report.ended(tally);
        return tally;
    }

    private void cancel(List<Task> tasks) {
        report.stopping();
        engine.cancel(Tally.ids(tasks));
        engine.cancel(Tally.ids(engine.tasks()));
    }

    private synchronized List<Task> withDeliveries(List<Task> tasks) {
        List<Task> all = new ArrayList<>(tasks);
        brought.forEach(id -> all.add(over.get(id)));
        return all;
    }

    private synchronized void expect(List<Task> tasks) {
        tasks.stream().map(Task::id).filter(id -> !over.containsKey(id)).forEach(waited::add);
        added = true;
        look();
    }

    private void take(TaskEvent event) {
        report.event(event);
        if (event instanceof TaskEvent.Added(List<Task> tasks) && stop.isAsked()) {
            engine.cancel(Tally.ids(tasks)); // what was done at the last moment goes nowhere either
        }
        if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
            remember(task);
        }
    }

    private synchronized void remember(Task task) {
        boolean first = over.put(task.id(), task) == null;
        waited.remove(task.id());
        if (first && over.containsKey(task.batch())) {
            brought.add(task.id());
        } else if (first) {
            toBring += deliveries(task);
        }
        look();
    }

    private int deliveries(Task task) {
        try {
            return engine.deliveries(task);
        } catch (FailedException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void look() {
        if (added && waited.isEmpty() && brought.size() >= toBring) {
            allOver.countDown();
        }
    }

    private synchronized List<Task> ended(List<Task> tasks) {
        List<Task> ended = new ArrayList<>();
        tasks.forEach(task -> ended.add(over.get(task.id())));
        return ended;
    }
}
