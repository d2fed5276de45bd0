package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Tasks that do nothing and end when the test says so. What happens is noted in order. */
final class FakeKind implements TaskKind {

    /** One run under way. */
    final class Running implements Handle {
        final Task task;
        final TaskKind.Run run;
        final CountDownLatch over = new CountDownLatch(1);
        volatile boolean cancelled;

        Running(Task task, TaskKind.Run run) {
            this.task = task;
            this.run = run;
        }

        void end() {
            over.countDown();
        }

        @Override
        public void pause() {
            note("pause " + task.name());
        }

        @Override
        public void resume() {
            note("resume " + task.name());
        }

        @Override
        public void cancel() {
            note("cancel " + task.name());
            cancelled = true;
            over.countDown();
        }
    }

    final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    final Map<String, Running> running = new ConcurrentHashMap<>();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final Map<String, Failure> failures = new ConcurrentHashMap<>();
    final Map<String, CountDownLatch> slowToPrepare = new ConcurrentHashMap<>();
    final Map<String, CountDownLatch> slowToFinish = new ConcurrentHashMap<>();
    /** Whether runs end by themselves at once. */
    volatile boolean quick;
    volatile Function<Task, List<Placing>> placings = task -> List.of();

    @Override
    public String id() {
        return "fake";
    }

    void note(String what) {
        notes.add(what);
    }

    /** Names that begin with “remote” have a lane with one slot. */
    @Override
    public Lane lane(Task task) {
        return task.name().startsWith("remote") ? Lane.of("remote", 1) : Lane.HERE;
    }

    @Override
    public Prepared prepare(Task task) throws FailedException, InterruptedException {
        if (slowToPrepare.containsKey(task.name())) {
            slowToPrepare.get(task.name()).await();
        }
        if (task.name().equals("unwanted")) {
            return new Unwanted(List.of(Path.of("/there")));
        }
        note("prepare " + task.name());
        return (Job) run -> run(task, run);
    }

    private Finish run(Task task, Run run) throws FailedException, InterruptedException {
        Running now = new Running(task, run);
        run.handle(now);
        note("run " + task.name());
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        running.put(task.name(), now);
        try {
            if (!quick) {
                now.over.await();
            }
        } finally {
            atOnce.decrementAndGet();
            running.remove(task.name());
        }
        Failure failure = failures.remove(task.name());
        if (failure != null) {
            throw new FailedException(failure);
        }
        return ledger -> finish(task, ledger);
    }

    private Finished finish(Task task, Placing.Ledger ledger) throws FailedException, InterruptedException {
        if (slowToFinish.containsKey(task.name())) {
            slowToFinish.get(task.name()).await();
        }
        ledger.placing(placings.apply(task));
        note("placed " + task.name());
        return new Finished.Done(List.of(new Task.Result(Path.of("/out/" + task.name()), 7)), List.of(Text.verbatim("good")));
    }

    @Override
    public void sweep(Task task) {
        note("sweep " + task.name());
    }
}
