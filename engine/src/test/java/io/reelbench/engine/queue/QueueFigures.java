package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Prints how quick the queue is on this machine; its argument is an empty folder; a second one asks for a cold restart only. */
final class QueueFigures {

    private static final int MANY = 10_000;

    private QueueFigures() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (arguments.length > 1) {
            restart(folder);
            return;
        }
        long start = System.nanoTime();
        try (H2TaskStore store = H2TaskStore.open(folder, InstantSource.system());
                Scheduler queue = scheduler(store, new Gaps())) {
            say("first start", start);
            start = System.nanoTime();
            List<Task> tasks = queue.add(Asked.many(MANY));
            say(MANY + " added in one go", start);
            changes(queue, tasks);
        }
        start = System.nanoTime();
        try (H2TaskStore store = H2TaskStore.open(folder, InstantSource.system());
                Scheduler queue = scheduler(store, new Gaps())) {
            say("restart to ready with " + queue.tasks().size(), start);
        }
        Gaps gaps = new Gaps();
        start = System.nanoTime();
        try (H2TaskStore store = H2TaskStore.open(Files.createDirectories(folder.resolve("gaps")), InstantSource.system());
                Scheduler queue = scheduler(store, gaps)) {
            queue.start();
            gaps.expect(300);
            start = System.nanoTime();
            queue.add(Asked.many(300));
            gaps.all.await();
            say("300 runs with placing in one slot", start);
        }
        gaps.print();
    }

    /** In a program of its own when a second argument is given: cold. */
    private static void restart(Path folder) throws Exception {
        long start = System.nanoTime();
        try (H2TaskStore store = H2TaskStore.open(folder, InstantSource.system());
                Scheduler queue = scheduler(store, new Gaps())) {
            say("restart to ready with " + queue.tasks().size(), start);
        }
    }

    private static Scheduler scheduler(TaskStore store, TaskKind kind) {
        return new Scheduler(store, List.of(kind), Settings.USUAL.withSlots(1), InstantSource.system(), child -> {});
    }

    private static void changes(Scheduler queue, List<Task> tasks) {
        long start = System.nanoTime();
        for (Task task : tasks.subList(0, 500)) {
            queue.prioritise(List.of(task.id()), Priority.LOW).join();
        }
        System.out.printf("durable changes one after another: %.0f/s%n", 500e9 / (System.nanoTime() - start));
        start = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Task task : tasks.subList(0, 5000)) {
            all.add(queue.prioritise(List.of(task.id()), Priority.HIGH));
        }
        all.forEach(CompletableFuture::join);
        System.out.printf("durable changes as they come: %.0f/s%n", 5000e9 / (System.nanoTime() - start));
    }

    private static void say(String what, long since) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }

    /** Measures from the end of one run to the start of the next. */
    private static final class Gaps implements TaskKind {
        private final List<Long> micros = new ArrayList<>();
        private long ended;
        private CountDownLatch all = new CountDownLatch(0);

        void expect(int runs) {
            all = new CountDownLatch(runs);
        }

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public Prepared prepare(Task task) {
            return (Job) run -> run(task);
        }

        private Finish run(Task task) throws InterruptedException {
            if (ended != 0) {
                micros.add((System.nanoTime() - ended) / 1000);
            }
            Thread.sleep(10); // stands for the work
            ended = System.nanoTime();
            return ledger -> finish(task, ledger);
        }

        private Finished finish(Task task, Placing.Ledger ledger) throws io.reelbench.engine.problem.FailedException {
            ledger.placing(List.of());
            all.countDown();
            return new Finished.Done(List.of(), List.of());
        }

        @Override
        public void sweep(Task task) {
            // leaves nothing
        }

        void print() {
            long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf("gap between runs: median %d µs, p95 %d µs, most %d µs%n", sorted[sorted.length / 2],
                    sorted[sorted.length * 95 / 100], Arrays.stream(sorted).max().orElse(0));
        }
    }
}
