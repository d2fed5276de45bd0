package io.reelbench.app.shell;

import io.reelbench.app.desk.Carrier;
import io.reelbench.engine.Engine;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskState;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window as a whole must know of the queue: whether it works, and whether somebody is needed. */
final class QueueWatch implements AutoCloseable {

    /**
     * @param all     how many tasks there are
     * @param working how many are under way
     * @param failed  how many need a person
     */
    record Count(int all, int working, int failed) {

        static final Count NONE = new Count(0, 0, 0);

        static Count of(List<Task> tasks) {
            return new Count(tasks.size(), (int) tasks.stream().filter(t -> t.state().isActive()).count(),
                    (int) tasks.stream().filter(t -> t.state() == TaskState.FAILED).count());
        }

        /** In the words of the title bar. */
        String words() {
            return failed == 1 ? "1 task needs you" : failed > 1 ? failed + " tasks need you" : working > 0 ? "Working" : "Idle";
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);

    private final Engine engine;
    private final Carrier carrier;
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(this, "count", Count.NONE);
    private final Pin pin;
    private boolean counting;
    private boolean again;

    QueueWatch(Engine engine, Carrier carrier) {
        this.engine = engine;
        this.carrier = carrier;
        this.pin = engine.listen(this::told);
        look();
    }

    /** Of the tasks there are; changes on the FX thread. */
    ReadOnlyObjectProperty<Count> count() {
        return count.getReadOnlyProperty();
    }

    private void told(TaskEvent event) {
        if (!(event instanceof TaskEvent.Progressed) && !(event instanceof TaskEvent.Reordered)) {
            look();
        }
    }

    /** Counts elsewhere; what happens meanwhile is counted in one more go. */
    private synchronized void look() {
        again = counting;
        if (!counting) {
            counting = true;
            carrier.fetch(() -> Count.of(engine.tasks()), this::counted, failure -> {
                LOG.warn("The queue could not be counted: {}", failure.headline());
                counted(count.get());
            });
        }
    }

    private void counted(Count now) {
        count.set(now);
        synchronized (this) {
            counting = false;
            if (again) {
                look();
            }
        }
    }

    @Override
    public void close() {
        pin.close();
    }
}
