package io.reelbench.engine.cloud.wire;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A body that tells how much of it has gone. */
final class Counting implements HttpRequest.BodyPublisher {

    private final HttpRequest.BodyPublisher body;
    private final Meter meter;

    Counting(HttpRequest.BodyPublisher body, Meter meter) {
        this.body = body;
        this.meter = meter;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> to) {
        AtomicLong gone = new AtomicLong();
        body.subscribe(new Flow.Subscriber<ByteBuffer>() {
            private Flow.Subscription source;
            private boolean given;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                source = subscription;
                to.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                if (given) {
                    return;
                }
                try {
                    meter.moved(gone.addAndGet(piece.remaining()), contentLength());
                } catch (RuntimeException stop) {
                    given = true;
                    source.cancel();
                    to.onError(stop);
                    return;
                }
                to.onNext(piece);
            }

            @Override
            public void onError(Throwable why) {
                if (!given) {
                    to.onError(why);
                }
            }

            @Override
            public void onComplete() {
                if (!given) {
                    to.onComplete();
                }
            }
        });
    }
}
