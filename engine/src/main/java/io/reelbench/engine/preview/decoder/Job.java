package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import io.reelbench.engine.preview.wire.Request;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One request that is being worked on. Whoever works on it says so often, and stops when nobody wants it any more. */
final class Job {

    /** Thrown where the work stands when it is not wanted any more. */
    static final class Unwanted extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final long BEAT = 500_000_000;

    private final long id;
    private final Lane lane;
    private final Request request;
    private final LongConsumer alive;
    private long told = System.nanoTime();
    private volatile boolean unwanted;
    private volatile Consumer<Order> hearer = _ -> {
    };

    Job(long id, Lane lane, Request request, LongConsumer alive) {
        this.id = id;
        this.lane = lane;
        this.request = request;
        this.alive = alive;
    }

    long id() {
        return id;
    }

    Lane lane() {
        return lane;
    }

    Request request() {
        return request;
    }

    void cancel() {
        unwanted = true;
    }

    /** Who is told what is said about this job while it goes on, on another thread. */
    void onOrder(Consumer<Order> told) {
        hearer = told;
    }

    void hear(Order order) {
        hearer.accept(order);
    }

    /** To be called between packets and frames. */
    void goesOn() throws Unwanted {
        if (unwanted) {
            throw new Unwanted();
        }
        long now = System.nanoTime();
        if (now - told > BEAT) {
            told = now;
            alive.accept(id);
        }
    }
}
