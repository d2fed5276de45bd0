package io.reelbench.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what comes quickly from other threads and brings it to the FX thread together. */
public final class Gathered<T> {

    private final Carrier carrier;
    private final Consumer<List<T>> then;
    private List<T> waiting = new ArrayList<>();

    public Gathered(Carrier carrier, Consumer<List<T>> then) {
        this.carrier = carrier;
        this.then = then;
    }

    /** From any thread. */
    public void add(T one) {
        synchronized (this) {
            waiting.add(one);
            if (waiting.size() > 1) {
                return;
            }
        }
        carrier.onFx(this::bring);
    }

    private void bring() {
        List<T> all;
        synchronized (this) {
            all = waiting;
            waiting = new ArrayList<>();
        }
        then.accept(all);
    }
}
