package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts every child process of the engine, all from one permanent thread, and sees to it that none outlives this program. On Linux and
 * macOS a {@link Watchdog} does that; on Windows children end only when {@link #close()} is called (a job object is what it needs; nobody
 * has tried it there yet).
 *
 * <p>Measured on Linux: a child costs 2 ms more than a bare {@link ProcessBuilder} in the background manner, 0.5 ms in the quick one.
 */
public final class Launcher implements AutoCloseable {

    /** How a child is started. */
    public enum Manner {
        /** For what ends by itself within a moment: at normal priority, and without any detour. */
        QUICK,
        /** For work: at low priority, out of reach of the terminal's Ctrl+C, and not before the watchdog knows of it. */
        BACKGROUND,
        /** For a helper that is talked to: at normal priority, with its standard input open, which ends when this program does. */
        PARTNER
    }

    /**
     * The child waits for one word, which comes when it is guarded; if this program dies before, it never starts. Its arguments are
     * positional parameters, so nothing in them is ever read as shell language.
     */
    private static final String WAIT_THEN_RUN = "read -r go && exec \"$@\" </dev/null";

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private final ExecutorService starter = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("launcher").factory());
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("launcher-clock").factory());
    private final Watchdog watchdog = new Watchdog();
    private final Optional<Posix> posix = Posix.here();
    private final List<String> lowered = lowered();
    private final Set<Child> children = ConcurrentHashMap.newKeySet();

    /**
     * Starts a program.
     *
     * @param command     the program's path and its arguments; no shell reads them
     * @param environment all of the child's environment
     * @throws IOException when it cannot be started
     */
    public Child start(List<String> command, Map<String, String> environment, Manner manner)
            throws IOException, InterruptedException {
        return start(command, environment, manner, Optional.empty());
    }

    /** The same in a working directory of its own, for programs that leave logs where they stand. */
    public Child start(List<String> command, Map<String, String> environment, Manner manner, Optional<Path> folder)
            throws IOException, InterruptedException {
        CompletableFuture<Child> started = new CompletableFuture<>();
        Future<?> turn;
        try {
            turn = starter.submit(() -> startInto(started, command, environment, manner, folder));
        } catch (RejectedExecutionException closed) {
            throw new InterruptedIOException("the launcher is closed");
        }
        try {
            return started.get();
        } catch (InterruptedException e) {
            turn.cancel(false);
            started.thenAccept(Child::kill);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private void startInto(CompletableFuture<Child> started, List<String> command, Map<String, String> environment,
            Manner manner, Optional<Path> folder) {
        try {
            started.complete(begin(command, environment, manner, folder));
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    private Child begin(List<String> command, Map<String, String> environment, Manner manner, Optional<Path> folder)
            throws IOException {
        boolean waits = manner == Manner.BACKGROUND && posix.isPresent();
        List<String> whole = new ArrayList<>(waits ? lowered : List.of());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().clear();
        builder.environment().putAll(environment);
        folder.ifPresent(f -> builder.directory(f.toFile()));
        Process process = builder.start();
        Child child = new Child(process, posix, clock);
        children.add(child);
        process.onExit().thenRun(() -> forget(child));
        try {
            OutputStream word = process.getOutputStream();
            if (posix.isPresent()) {
                watchdog.guard(child.pid());
            }
            if (waits) {
                if (!posix.get().lower(child.pid())) {
                    LOG.info("{} runs at normal priority", command.getFirst());
                }
                word.write('\n');
            }
            if (manner != Manner.PARTNER) {
                word.close();
            }
        } catch (IOException e) {
            child.kill();
            throw e;
        }
        return child;
    }

    private void forget(Child child) {
        children.remove(child);
        if (posix.isPresent()) {
            watchdog.release(child.pid());
        }
    }

    /** The environment of a helper that is a program of ours: the user's, without what could load code into it behind our back. */
    public static Map<String, String> environment() {
        return ChildEnvironment.ofHelper(System.getenv());
    }

    private static List<String> lowered() {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WAIT_THEN_RUN, "sh"));
        // a session of its own, so that the Ctrl+C that ends us lets us end the children in order; macOS has no such command
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            words.add("/usr/bin/setsid");
        }
        return List.copyOf(words);
    }

    Watchdog watchdog() {
        return watchdog;
    }

    ScheduledExecutorService clock() {
        return clock;
    }

    /** Kills every child that still runs, and starts no more. */
    @Override
    public void close() {
        starter.shutdown();
        children.forEach(Child::kill);
        clock.shutdown();
        try {
            watchdog.close();
        } catch (IOException e) {
            LOG.debug("watchdog", e);
        }
    }
}
