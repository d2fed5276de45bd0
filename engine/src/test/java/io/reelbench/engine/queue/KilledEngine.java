package io.reelbench.engine.queue;

import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that adds, runs, reorders and removes tasks until somebody kills it, and says what it was promised: "ready", then
 * "added", "done" and "removed" with ids, each only when the queue said that it is safe.
 */
final class KilledEngine {

    private static final int MOST_OPEN = 300;

    private final Path folder;
    private final Random random;
    private final PrintStream out = new PrintStream(System.out, true);

    private KilledEngine(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        new KilledEngine(Path.of(arguments[0]), Long.parseLong(arguments[1])).run();
    }

    private void run() throws Exception {
        try (AppLock lock = AppLock.take(folder).orElseThrow();
                H2TaskStore store = H2TaskStore.open(folder, InstantSource.system());
                Scheduler queue = new Scheduler(store, List.of(new Copying(folder)), Settings.USUAL, InstantSource.system(),
                        Reaper.ofThisSystem())) {
            store.troubles().forEach(t -> say("trouble " + t));
            queue.listen(this::promised);
            say("ready");
            queue.start();
            while (lock != null) {
                disturb(queue);
            }
        }
    }

    /** Marked, since loggers write here too. */
    private void say(String promise) {
        out.println("> " + promise);
    }

    private void promised(TaskEvent event) {
        switch (event) {
            case TaskEvent.Changed(Task task) when task.state() == TaskState.DONE -> say("done " + task.id());
            case TaskEvent.Removed(var ids) -> ids.forEach(id -> say("removed " + id));
            case TaskEvent.Trouble(var text) -> say("trouble " + text);
            default -> {
                // promises nothing
            }
        }
    }

    private void disturb(Scheduler queue) throws FailedException {
        List<Task> tasks = queue.tasks();
        List<String> one = tasks.isEmpty() ? List.of() : List.of(tasks.get(random.nextInt(tasks.size())).id());
        switch (random.nextInt(8)) {
            case 0 -> queue.move(one, new Spot.Top()).join();
            case 1 -> queue.prioritise(one, Priority.values()[random.nextInt(3)]).join();
            case 2 -> queue.pause(one).join();
            case 3 -> queue.resume(tasks.stream().map(Task::id).toList()).join();
            case 4 -> queue.clearDone().join();
            default -> {
                if (tasks.stream().filter(t -> !t.state().isOver()).count() < MOST_OPEN) {
                    queue.add(batch(1 + random.nextInt(20))).forEach(t -> say("added " + t.id()));
                }
            }
        }
    }

    /** Its id says how many they are. */
    private List<NewTask> batch(int count) {
        String id = Long.toString(random.nextLong() >>> 20, 30) + "x" + count;
        return Asked.many(count).stream()
                .map(t -> new NewTask(id, t.kind(), t.name(), t.recipe(), t.inputs(), t.wish(), t.priority()))
                .toList();
    }

    /** Writes a small file as a real kind would: part, seal, place. Many tasks wish for the same name. */
    private record Copying(Path folder) implements TaskKind {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public Prepared prepare(Task task) {
            return (Job) run -> run(task, run);
        }

        private Finish run(Task task, Run run) throws FailedException {
            PartFile part = PartFile.of(folder.resolve("out").resolve(task.name() + ".txt"), task.id(), task.attempt(), 0);
            try {
                Files.createDirectories(folder.resolve("out"));
                Files.writeString(part.path(), task.id() + " " + task.batch());
            } catch (IOException e) {
                throw new FailedException(new Failure.Internal(e.toString()), e);
            }
            run.progress(Progress.of(0.5));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            return ledger -> finish(part, ledger);
        }

        private static Finished finish(PartFile part, Placing.Ledger ledger) throws FailedException {
            part.seal(Optional.empty());
            Rules rules = new Rules(IfExists.RENAME, List.of(), path -> false);
            List<Placed> placed = new Placer().place(List.of(part), rules, ledger);
            return new Finished.Done(placed.stream().map(p -> new Task.Result(p.path(), 0)).toList(), List.of());
        }

        @Override
        public void sweep(Task task) throws FailedException {
            try {
                PartFile.sweep(folder.resolve("out"), List.of(task.id()));
            } catch (IOException e) {
                throw new FailedException(new Failure.Internal(e.toString()), e);
            }
        }
    }
}
