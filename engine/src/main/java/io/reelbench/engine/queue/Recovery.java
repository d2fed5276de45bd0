package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Settles what an earlier run of the program left in the middle: ends its processes, brings placing to its end, or lets the task run again. */
final class Recovery {

    private final Map<String, TaskKind> kinds;
    private final Reaper reaper;
    private final Placer placer;
    private final InstantSource clock;
    private final TaskStore store;
    private final List<Text> troubles = new ArrayList<>();

    Recovery(Map<String, TaskKind> kinds, Reaper reaper, Placer placer, InstantSource clock, TaskStore store) {
        this.kinds = kinds;
        this.reaper = reaper;
        this.placer = placer;
        this.clock = clock;
        this.store = store;
    }

    /** The interrupted ones among these, as they stand now. */
    List<Task> settled(List<Task> stored) {
        return stored.stream().filter(Recovery::wasInterrupted).map(this::settled).toList();
    }

    List<Text> troubles() {
        return List.copyOf(troubles);
    }

    private static boolean wasInterrupted(Task task) {
        return task.state().isActive() || !task.trail().equals(Task.Trail.NONE);
    }

    private Task settled(Task task) {
        task.trail().child().ifPresent(reaper::reap);
        Optional<List<Placed>> placed = placed(task);
        sweep(task);
        return placed.map(p -> done(task, p)).orElseGet(task::again);
    }

    private Optional<List<Placed>> placed(Task task) {
        if (task.trail().placings().isEmpty()) {
            return Optional.empty();
        }
        try {
            return placer.settle(task.trail().placings(), intents -> written(task.placing(intents)));
        } catch (FailedException e) {
            notSwept(task, e);
            return Optional.empty();
        }
    }

    private void written(Task task) throws FailedException {
        try {
            store.save(TaskStore.Change.durable(List.of(task))).join();
        } catch (CompletionException e) {
            throw new FailedException(new Failure.Internal(QueueWords.STOPPED.with(e.getCause()).toString()), e);
        }
    }

    private Task done(Task task, List<Placed> placed) {
        List<Task.Result> results = placed.stream().filter(Placed.Here.class::isInstance).map(Placed.Here.class::cast)
                .map(p -> new Task.Result(p.path(), p.bytes())).toList();
        Task.Outcome outcome = Task.Outcome.made(results, List.of());
        return task.over(TaskState.DONE, outcome, clock.instant());
    }

    private void sweep(Task task) {
        try {
            if (kinds.containsKey(task.kind())) {
                kinds.get(task.kind()).sweep(task);
            }
        } catch (FailedException e) {
            notSwept(task, e);
        }
    }

    private void notSwept(Task task, FailedException e) {
        troubles.add(QueueWords.NOT_SWEPT.with(task.name(), e.failure().headline()));
    }
}
