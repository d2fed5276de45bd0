package io.reelbench.engine.cloud.wire;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes the bytes of an answer, up to a limit, one after the other. */
final class Taking implements HttpResponse.BodySubscriber<Void> {

    /** Where they go. */
    interface Into {

        void take(ByteBuffer piece) throws IOException;

        void done() throws IOException;

        /** No more will come. */
        void abandoned();
    }

    /** More came than was allowed. */
    static final class TooMany extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** They came and could not be kept. */
    static final class NotKept extends IOException {
        private static final long serialVersionUID = 1;

        NotKept(IOException cause) {
            super(cause);
        }

        IOException why() {
            return (IOException) getCause();
        }
    }

    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private final Into into;
    private final long most;
    private final Meter meter;
    private final long expected;
    private Flow.Subscription subscription;
    private long taken;

    Taking(Into into, long most, Meter meter, long expected) {
        this.into = into;
        this.most = most;
        this.meter = meter;
        this.expected = expected;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                taken += piece.remaining();
                if (taken > most) {
                    throw new TooMany();
                }
                keep(piece);
            }
            meter.moved(taken, expected);
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            into.abandoned();
            whole.completeExceptionally(e);
        }
    }

    private void keep(ByteBuffer piece) throws NotKept {
        try {
            into.take(piece);
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    @Override
    public void onError(Throwable why) {
        into.abandoned();
        whole.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        try {
            into.done();
            whole.complete(null);
        } catch (IOException e) {
            whole.completeExceptionally(new NotKept(e));
        }
    }
}
