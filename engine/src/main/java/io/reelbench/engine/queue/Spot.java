package io.reelbench.engine.queue;

/** A place in the order of the queue. */
public sealed interface Spot {

    record Top() implements Spot {
    }

    record Bottom() implements Spot {
    }

    record Before(String id) implements Spot {
    }

    record After(String id) implements Spot {
    }
}
