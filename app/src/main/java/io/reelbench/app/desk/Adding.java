package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Adding tasks to the queue: undone by taking them away again as far as they are not done, redone by adding them again. */
public final class Adding implements History.Deed {

    private final Desk desk;
    private final Text name;
    private final Callable<List<Task>> add;
    private final Consumer<List<Task>> added;
    private final Consumer<Failure> wrong;
    /** The tasks of the last time it was done. */
    private CompletableFuture<List<Task>> tasks = CompletableFuture.completedFuture(List.of());

    /**
     * @param add   blocks for the disk; runs elsewhere
     * @param added is told each time they are there
     */
    public Adding(Desk desk, Text name, Callable<List<Task>> add, Consumer<List<Task>> added, Consumer<Failure> wrong) {
        this.desk = desk;
        this.name = name;
        this.add = add;
        this.added = added;
        this.wrong = wrong;
    }

    /** Does it, so that it can be undone. */
    public void begin() {
        redo();
        desk.history().did(this);
    }

    @Override
    public Text name() {
        return name;
    }

    @Override
    public void redo() {
        tasks = desk.carrier().fetch(add, added, wrong);
    }

    @Override
    public void undo() {
        CompletableFuture<List<Task>> there = tasks;
        desk.carrier().fetch(() -> {
            Engine engine = desk.engine();
            List<String> open = there.join().stream().map(Task::id)
                    .filter(id -> engine.task(id).filter(t -> t.state() != TaskState.DONE).isPresent()).toList();
            engine.cancel(open).join();
            engine.remove(open).join();
            return open.size();
        }, _ -> {
        }, wrong);
    }
}
