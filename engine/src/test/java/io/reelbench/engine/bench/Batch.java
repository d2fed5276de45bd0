package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import io.reelbench.engine.Request;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Requests that are waited for. */
final class Batch {

    private Batch() {}

    /** Submits and returns when all are over, in the order of the requests. */
    static List<Task> run(Engine engine, List<Request> requests) throws FailedException, InterruptedException {
        BlockingQueue<Task> over = new LinkedBlockingQueue<>();
        Pin pin = engine.listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                over.add(task);
            }
        });
        try (pin) {
            List<String> ids = engine.submit(requests.stream().map(Request::afresh).toList()).stream().map(Task::id).toList();
            Map<String, Task> ended = new HashMap<>();
            while (!ended.keySet().containsAll(ids)) {
                Task task = over.take();
                ended.put(task.id(), task);
            }
            return ids.stream().map(ended::get).toList();
        }
    }
}
