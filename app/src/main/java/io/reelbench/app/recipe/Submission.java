package io.reelbench.app.recipe;

import io.reelbench.app.desk.Commission;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.History;
import io.reelbench.engine.Engine;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Spot;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Adding tasks to the queue: undone by taking them away again as far as they are not done, redone by adding them again. */
final class Submission implements History.Deed {

    private final Desk desk;
    private final List<Commission> wanted;
    private final boolean first;
    private final Consumer<List<Task>> added;
    private final Consumer<Failure> failed;
    /** The tasks of the last time it was done. */
    private CompletableFuture<List<Task>> tasks = CompletableFuture.completedFuture(List.of());

    /** @param first whether they go before all that waits, and a held queue goes on */
    Submission(Desk desk, List<Commission> wanted, boolean first, Consumer<List<Task>> added, Consumer<Failure> failed) {
        this.desk = desk;
        this.wanted = wanted;
        this.first = first;
        this.added = added;
        this.failed = failed;
    }

    @Override
    public Text name() {
        return RecipeWords.DID_SUBMIT.with(wanted.size());
    }

    @Override
    public void redo() {
        tasks = desk.carrier().fetch(this::submit, added, failed);
    }

    private List<Task> submit() throws FailedException, InterruptedException {
        Engine engine = desk.engine();
        List<Task> made = Commission.submit(engine, wanted);
        if (first) {
            engine.move(ids(made), new Spot.Top()).join();
            if (engine.isHeld()) {
                engine.resumeAll().join();
            }
        }
        return made;
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    @Override
    public void undo() {
        CompletableFuture<List<Task>> there = tasks;
        desk.carrier().fetch(() -> {
            Engine engine = desk.engine();
            List<String> open = ids(there.join()).stream()
                    .filter(id -> engine.task(id).filter(t -> t.state() != TaskState.DONE).isPresent()).toList();
            engine.cancel(open).join();
            engine.remove(open).join();
            return open.size();
        }, _ -> {
        }, failed);
    }
}
