package io.reelbench.app.queue;

import io.reelbench.app.desk.Carrier;
import io.reelbench.engine.queue.TaskEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Brings the queue's events to the FX thread, ten times a second at most, in order. Of many reports on one run only the last one comes,
 * in the place of the first.
 */
final class Feed {

    private static final Duration BREATH = Duration.millis(100);

    private final Carrier carrier;
    private final Consumer<List<TaskEvent>> then;
    private final PauseTransition breath = new PauseTransition(BREATH);
    private List<TaskEvent> waiting = new ArrayList<>();
    private Map<String, Integer> reports = new HashMap<>();
    private boolean busy;

    Feed(Carrier carrier, Consumer<List<TaskEvent>> then) {
        this.carrier = carrier;
        this.then = then;
        breath.setOnFinished(_ -> bring());
    }

    /** From any thread. */
    void add(TaskEvent event) {
        synchronized (this) {
            keep(event);
            if (busy) {
                return;
            }
            busy = true;
        }
        carrier.onFx(this::bring);
    }

    private void keep(TaskEvent event) {
        if (event instanceof TaskEvent.Progressed report) {
            Integer place = reports.putIfAbsent(report.id(), waiting.size());
            if (place != null) {
                waiting.set(place, event);
                return;
            }
        } else {
            reports.clear(); // what is reported later stands behind it
        }
        waiting.add(event);
    }

    private void bring() {
        List<TaskEvent> all;
        synchronized (this) {
            all = waiting;
            busy = !all.isEmpty();
            waiting = new ArrayList<>();
            reports = new HashMap<>();
        }
        if (!all.isEmpty()) {
            breath.playFromStart();
            then.accept(all);
        }
    }
}
