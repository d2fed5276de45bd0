package io.reelbench.app.recipe;

import io.reelbench.app.desk.Adding;
import io.reelbench.app.desk.Commission;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.Engine;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Spot;
import io.reelbench.engine.queue.Task;
import java.util.List;
import java.util.function.Consumer;

/** Adds what is on the bench to the queue, so that it can be undone. */
final class Submission {

    private Submission() {}

    /** @param first whether they go before all that waits, and a held queue goes on */
    static void begin(Desk desk, List<Commission> wanted, boolean first, Consumer<List<Task>> added, Consumer<Failure> failed) {
        new Adding(desk, RecipeWords.DID_SUBMIT.with(wanted.size()), () -> submit(desk.engine(), wanted, first), added, failed)
                .begin();
    }

    private static List<Task> submit(Engine engine, List<Commission> wanted, boolean first)
            throws FailedException, InterruptedException {
        List<Task> made = Commission.submit(engine, wanted);
        if (first) {
            engine.move(made.stream().map(Task::id).toList(), new Spot.Top()).join();
            if (engine.isHeld()) {
                engine.resumeAll().join();
            }
        }
        return made;
    }
}
