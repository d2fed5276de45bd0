package io.reelbench.engine;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.H2TaskStore;
import io.reelbench.engine.queue.MemoryTaskStore;
import io.reelbench.engine.queue.TaskStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of tasks on its way: the database opens while everything else does. */
final class StoreOpening {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);

    private final FutureTask<TaskStore> task;

    private StoreOpening(FutureTask<TaskStore> task) {
        this.task = task;
    }

    /** Begins to open the one in a folder that is ours alone. */
    static StoreOpening of(Path data) {
        FutureTask<TaskStore> task = new FutureTask<>(() -> H2TaskStore.open(data, InstantSource.system()));
        Thread.ofPlatform().daemon().name("reelbench-store-opening").start(task);
        return new StoreOpening(task);
    }

    /** One that is forgotten. */
    static StoreOpening inMemory() {
        FutureTask<TaskStore> task = new FutureTask<>(MemoryTaskStore::new);
        task.run();
        return new StoreOpening(task);
    }

    /** @throws FailedException when it cannot be opened, and no other can be made in its place */
    TaskStore store() throws FailedException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FailedException failed -> throw failed;
                case RuntimeException fault -> throw fault;
                default ->
                    throw new FailedException(new Failure.Internal(String.valueOf(e.getCause().getMessage())), e.getCause());
            }
        }
    }

    /** Nobody will use it: it is closed, so that the folder can be let go of. */
    void abandon() {
        try {
            store().close();
        } catch (FailedException neverOpened) {
            LOG.debug("The list of tasks was not opened either", neverOpened);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
