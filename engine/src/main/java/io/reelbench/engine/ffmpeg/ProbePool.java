package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Probes many files, a few at once, in the order in which they were given. A file that fails leaves the others alone.
 */
public final class ProbePool implements AutoCloseable {

    /** What came of one file. */
    public sealed interface Outcome {

        record Understood(Media media) implements Outcome {
        }

        record Failed(Failure failure) implements Outcome {
        }
    }

    /** More would only make the disk seek. */
    private static final int MOST = 4;

    private final Prober prober;
    private final ExecutorService threads = Executors.newFixedThreadPool(atOnce(),
            Thread.ofPlatform().daemon().name("probe-", 1).factory());

    public ProbePool(Prober prober) {
        this.prober = prober;
    }

    /** One more than there are cores: each waits for its process to start, and for the disk, part of the time. */
    private static int atOnce() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() + 1, 2, MOST);
    }

    /** One file's turn. */
    private record Turn(Prober prober, Path file, CompletableFuture<Outcome> outcome) implements Runnable {
        @Override
        public void run() {
            try {
                if (!outcome.isDone()) {
                    outcome.complete(new Outcome.Understood(prober.probe(file)));
                }
            } catch (FailedException e) {
                outcome.complete(new Outcome.Failed(e.failure()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome.cancel(false);
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        }
    }

    /** Completes with what came of the file; cancelling it keeps a file that waits from being looked at. */
    public CompletableFuture<Outcome> probe(Path file) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        threads.execute(new Turn(prober, file, outcome));
        return outcome;
    }

    /** Ends what is being probed; what waits is cancelled. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Turn turn) {
                turn.outcome.cancel(false);
            }
        }
    }
}
