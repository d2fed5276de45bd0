package io.reelbench.engine;

import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the computer from going to sleep while tasks run. The system is asked by a small program that holds the request for as long as it
 * lives, and ends when this one does, however that ends.
 */
final class Awake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Awake.class);

    /** Asks the system to stay awake. */
    @FunctionalInterface
    interface Asking {

        /** Until the answer is closed; empty where the system cannot be asked. */
        Optional<AutoCloseable> ask() throws IOException;
    }

    private final Asking asking;
    private final BooleanSupplier wanted;
    private final Set<String> running = new HashSet<>();
    private Optional<AutoCloseable> held = Optional.empty();
    private boolean closed;

    /** @param wanted whether a person wants that */
    Awake(Asking asking, BooleanSupplier wanted) {
        this.asking = asking;
        this.wanted = wanted;
    }

    static Asking ofThisSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return () -> Optional.of(running(List.of("caffeinate", "-i", "-w", Long.toString(ProcessHandle.current().pid()))));
        } else if (name.contains("win")) {
            return Optional::empty;
        }
        // cat ends when its input does
        return () -> Optional.of(running(List.of("systemd-inhibit", "--what=sleep:idle", "--who=Reelbench",
                "--why=" + EngineWords.TASKS_RUN.say(), "--mode=block", "cat")));
    }

    private static AutoCloseable running(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return () -> {
            process.getOutputStream().close();
            process.destroy();
        };
    }

    /** Something happened in the queue. */
    void hear(TaskEvent event) {
        switch (event) {
            case TaskEvent.Changed(var task) -> note(task.id(),
                    task.state() == TaskState.RUNNING || task.state() == TaskState.VERIFYING);
            case TaskEvent.Removed(var ids) -> ids.forEach(id -> note(id, false));
            default -> {
                // nothing begins or ends
            }
        }
    }

    private void note(String id, boolean runs) {
        boolean changes;
        synchronized (running) {
            boolean before = running.isEmpty();
            boolean changed = runs ? running.add(id) : running.remove(id);
            changes = changed && before != running.isEmpty();
        }
        if (changes) {
            // a process is started: the queue does not wait for that
            Thread.startVirtualThread(this::settle);
        }
    }

    /** What is wanted, or what runs, is otherwise now. */
    synchronized void settle() {
        boolean needed;
        synchronized (running) {
            needed = !closed && !running.isEmpty() && wanted.getAsBoolean();
        }
        if (needed && held.isEmpty()) {
            try {
                held = asking.ask();
            } catch (IOException noSuchProgram) {
                LOG.info("The computer may go to sleep while tasks run: {}", noSuchProgram.getMessage());
            }
        } else if (!needed && held.isPresent()) {
            letGo();
        }
    }

    private void letGo() {
        try {
            held.get().close();
        } catch (Exception gone) {
            LOG.info("The computer was not kept awake to the end: {}", gone.getMessage());
        }
        held = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        settle();
    }
}
