package io.reelbench.app.desk;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one class that carries things between the FX thread and all others: work goes out, what came of it comes back. Nothing else calls
 * {@link Platform#runLater}.
 */
public final class Carrier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final ExecutorService out = Executors.newVirtualThreadPerTaskExecutor();

    /** Does work elsewhere and brings its value, or why there is none, to the FX thread. */
    public <T> CompletableFuture<T> fetch(Callable<T> work, Consumer<T> then, Consumer<Failure> otherwise) {
        CompletableFuture<T> coming = ask(work);
        bring(coming, then, otherwise);
        return coming;
    }

    /** Does work elsewhere. */
    public <T> CompletableFuture<T> ask(Callable<T> work) {
        CompletableFuture<T> coming = new CompletableFuture<>();
        try {
            out.execute(() -> {
                try {
                    coming.complete(work.call());
                } catch (Throwable wrong) {
                    coming.completeExceptionally(wrong);
                }
            });
        } catch (RejectedExecutionException closed) {
            // the window is going; nobody waits for anything any more
            coming.cancel(false);
        }
        return coming;
    }

    /** Brings a future's value, or why there is none, to the FX thread. A cancelled one brings nothing, not even when it was too late. */
    public <T> void bring(CompletableFuture<T> coming, Consumer<T> then, Consumer<Failure> otherwise) {
        coming.whenComplete((value, wrong) -> {
            if (wrong == null) {
                onFx(() -> {
                    if (!coming.isCancelled()) {
                        then.accept(value);
                    }
                });
            } else if (!(cause(wrong) instanceof CancellationException)) {
                onFx(() -> otherwise.accept(failure(cause(wrong))));
            }
        });
    }

    /** Soon, on the FX thread. */
    public void onFx(Runnable work) {
        Platform.runLater(work);
    }

    /** Elsewhere; a failure is only written to the log, so it must be one that nobody can do anything about. */
    public void aside(Callable<?> work) {
        fetch(work, _ -> {
        }, failure -> LOG.warn("{}", failure.headline()));
    }

    private static Throwable cause(Throwable wrong) {
        return wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
    }

    private static Failure failure(Throwable wrong) {
        if (wrong instanceof FailedException failed) {
            return failed.failure();
        }
        LOG.error("An unforeseen fault", wrong);
        return new Failure.Internal(String.valueOf(wrong.getMessage()));
    }

    @Override
    public void close() {
        out.shutdownNow();
    }
}
