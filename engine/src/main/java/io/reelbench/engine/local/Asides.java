package io.reelbench.engine.local;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Child;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short plans at once, beside the queue, into folders of our own: to look at what comes of them, never to keep it. Safe for any thread.
 */
public final class Asides implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);
    private static final String NAME = "aside-";
    private static final String ID = "aside";

    /**
     * What a plan made.
     *
     * @param folder that all of it lies in, which goes with it
     * @param files  the plan's products in order
     */
    public record Made(Path folder, List<Path> files) {
    }

    private final Workbench bench;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Path> own = ConcurrentHashMap.newKeySet();

    public Asides(Workbench bench) {
        this.bench = bench;
    }

    /** Removes what programs that are gone left behind. */
    public void sweep() {
        try (Stream<Path> all = Files.isDirectory(bench.scratch()) ? Files.list(bench.scratch()) : Stream.empty()) {
            all.filter(folder -> folder.getFileName().toString().startsWith(NAME)).filter(folder -> !isInUse(folder))
                    .forEach(this::forget);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be tidied: {}", bench.scratch(), unreadable.getMessage());
        }
    }

    /** Folders are named after the process that made them. */
    private static boolean isInUse(Path folder) {
        String[] name = folder.getFileName().toString().split("-");
        try {
            return name.length == 3 && ProcessHandle.of(Long.parseLong(name[1])).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    /** Takes away what was made. */
    public void forget(Path folder) {
        own.remove(folder);
        try {
            LocalKind.delete(folder);
        } catch (IOException kept) {
            LOG.warn("{} is left: {}", folder, kept.getMessage());
        }
    }

    /**
     * Runs a plan. Returns at once; cancelling the future stops it.
     *
     * @param progress told how far it is, 0 to 1, from another thread
     */
    public CompletableFuture<Made> run(Plan plan, DoubleConsumer progress) {
        Path folder = bench.scratch()
                .resolve(NAME + ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().replace("-", ""));
        own.add(folder);
        AtomicReference<TaskKind.Handle> handle = new AtomicReference<>();
        CompletableFuture<Made> coming = new CompletableFuture<>();
        Future<?> work = threads.submit(() -> {
            try {
                Made made = made(plan, folder, new Listening(handle, progress));
                if (!coming.complete(made)) {
                    forget(folder);
                }
            } catch (Throwable wrong) {
                forget(folder);
                coming.completeExceptionally(wrong);
            }
        });
        coming.whenComplete((_, _) -> {
            if (coming.isCancelled()) {
                TaskKind.Handle stop = handle.get();
                if (stop != null) {
                    stop.cancel();
                }
                work.cancel(true);
            }
        });
        return coming;
    }

    private Made made(Plan plan, Path folder, TaskKind.Run run) throws FailedException, InterruptedException {
        LocalJob.ready(folder);
        List<PartFile> parts = new ArrayList<>();
        for (int i = 0; i < plan.products().size(); i++) {
            String ending = plan.products().get(i).extension();
            parts.add(PartFile.of(folder.resolve("made-" + i + (ending.isEmpty() ? "" : "." + ending)), ID, 1, i));
        }
        new StepRunner(bench, plan, parts, folder.resolve("pieces"), run).runAll();
        List<Path> files = new ArrayList<>();
        try {
            for (PartFile part : parts) {
                files.add(Files.move(part.path(), part.wish()));
            }
        } catch (IOException unplaced) {
            throw Faults.writing(folder, unplaced);
        }
        return new Made(folder, List.copyOf(files));
    }

    /** Hands on how far it is, and keeps the means to stop it. */
    private record Listening(AtomicReference<TaskKind.Handle> handle, DoubleConsumer told) implements TaskKind.Run {

        @Override
        public void progress(Progress progress) {
            progress.fraction().ifPresent(told);
        }

        @Override
        public void handle(TaskKind.Handle stop) {
            handle.set(stop);
        }

        @Override
        public void child(Child child) {
            // it ends with this program, and nothing of it is kept
        }

        @Override
        public void log(Task.Log log) {
            LOG.debug("{}", log.command());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        List.copyOf(own).forEach(this::forget);
    }
}
