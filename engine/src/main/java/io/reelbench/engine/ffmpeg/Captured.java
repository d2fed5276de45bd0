package io.reelbench.engine.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * All that a short-lived child said.
 *
 * @param exitCode as in {@link Child#exit}
 * @param out      standard output as bytes: text encodings in media files are not to be trusted
 * @param err      the end of standard error
 * @param late     whether it was killed for taking too long
 */
record Captured(int exitCode, byte[] bytes, String err, boolean late) {

    /** No answer to a question is longer than this; a child that says more is ended. */
    private static final int MOST = 64 << 20;

    String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Listens until the child has ended. An interruption kills it.
     *
     * @param patience how long it may take before it is killed
     */
    static Captured of(Child child, Duration patience) throws IOException, InterruptedException {
        return of(child, patience, _ -> true);
    }

    /**
     * The same, with a choice of what is kept of standard error.
     *
     * @param worth whether a line is
     */
    static Captured of(Child child, Duration patience, Predicate<String> worth) throws IOException, InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        child.later(patience, () -> {
            late.set(true);
            child.kill();
        });
        Tail tail = new Tail(worth);
        CompletableFuture<Void> complaints = tail.reading(child.err());
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("answer-", child.pid()).start(() -> read(child, answer));
        try {
            byte[] bytes = answer.get();
            complaints.get();
            return new Captured(child.await(), bytes, tail.text(), late.get());
        } catch (InterruptedException e) {
            child.kill();
            throw e;
        } catch (ExecutionException e) {
            child.kill();
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private static void read(Child child, CompletableFuture<byte[]> answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 14);
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = child.out()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
                if (all.size() > MOST) {
                    throw new IOException("an answer of more than " + (MOST >> 20) + " MB");
                }
            }
            answer.complete(all.toByteArray());
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }
}
