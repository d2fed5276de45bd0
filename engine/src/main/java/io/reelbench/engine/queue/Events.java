package io.reelbench.engine.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells events to listeners: in order, on one thread, progress only as the latest. */
final class Events implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    /** What waits to be told. */
    private sealed interface Item {
    }

    private record Plain(TaskEvent event) implements Item {
    }

    private record LatestOf(String id) implements Item {
    }

    private record End() implements Item {
    }

    private final List<Consumer<TaskEvent>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
    private final Map<String, TaskEvent.Progressed> latest = new ConcurrentHashMap<>();
    private final Thread teller = Thread.ofPlatform().name("reelbench-events").daemon().start(this::tellAll);

    /** The listener is called on one thread of this class for all events and must be quick. */
    Pin listen(Consumer<TaskEvent> listener) {
        Consumer<TaskEvent> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void tell(TaskEvent event) {
        if (!(event instanceof TaskEvent.Progressed progressed)) {
            waiting.add(new Plain(event));
        } else if (latest.put(progressed.id(), progressed) == null) {
            waiting.add(new LatestOf(progressed.id()));
        }
    }

    private void tellAll() {
        try {
            for (Item item = waiting.take(); !(item instanceof End); item = waiting.take()) {
                switch (item) {
                    case Plain(TaskEvent event) -> tellEach(event);
                    case LatestOf(String id) -> tellEach(latest.remove(id));
                    case End end -> throw new IllegalStateException();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellEach(TaskEvent event) {
        for (Consumer<TaskEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed at {}", event, e);
            }
        }
    }

    /** Tells what waits, then ends. */
    @Override
    public void close() {
        waiting.add(new End());
        try {
            if (Thread.currentThread() != teller) {
                teller.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
