package io.reelbench.engine.ffmpeg;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A running child process. Its process id is the program's own: nothing stands between it and us. */
public final class Child {

    private static final Duration POLITENESS = Duration.ofSeconds(2);

    private final Process process;
    private final Optional<Posix> posix;
    private final ScheduledExecutorService clock;

    Child(Process process, Optional<Posix> posix, ScheduledExecutorService clock) {
        this.process = process;
        this.posix = posix;
        this.clock = clock;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it reads; open only when it was started as a partner. */
    public OutputStream in() {
        return process.getOutputStream();
    }

    /** What it prints. */
    public InputStream out() {
        return process.getInputStream();
    }

    /** What it complains. */
    public InputStream err() {
        return process.getErrorStream();
    }

    /** Completes with the exit code; 128 + n when signal n ended it. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** CPU time used so far; empty where the system does not say or the child has gone. */
    public Optional<Duration> cpu() {
        return process.info().totalCpuDuration();
    }

    // Process.destroy would also close the pipes under whoever still reads its last words; the handle does not.

    /** Asks it to end, and insists after two seconds. Returns at once. */
    public void stop() {
        process.toHandle().destroy();
        // a paused process hears nothing until it goes on
        posix.ifPresent(p -> signalled(() -> p.proceed(pid())));
        later(POLITENESS, this::kill);
    }

    /** Ends it without asking, with whatever it started itself. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    /**
     * Holds it where it is, without losing anything. Windows has no such thing.
     *
     * @return whether it is held
     */
    public boolean pause() {
        return posix.isPresent() && signalled(() -> posix.get().stop(pid()));
    }

    /** Lets it go on. */
    public boolean resume() {
        return posix.isPresent() && signalled(() -> posix.get().proceed(pid()));
    }

    private boolean signalled(java.util.function.BooleanSupplier signal) {
        return process.isAlive() && signal.getAsBoolean();
    }

    /** Does something after a time, unless the child has gone by then. */
    void later(Duration time, Runnable what) {
        try {
            clock.schedule(() -> {
                if (process.isAlive()) {
                    what.run();
                }
            }, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            what.run();
        }
    }
}
