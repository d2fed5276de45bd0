package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.plan.Likely;
import io.reelbench.engine.plan.Work;
import io.reelbench.engine.queue.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long the tasks of this session will take, by what was learnt until now. Of those of an earlier one it knows nothing. FX thread only. */
public final class Expected {

    private final Engine engine;
    private final Map<String, Work> works = new HashMap<>();

    Expected(Engine engine) {
        this.engine = engine;
    }

    /** A task was added for this work. */
    public void put(String task, Work work) {
        works.put(task, work);
    }

    /** Seconds on this machine when nothing else runs. */
    public Optional<Likely> seconds(Task task) {
        return Optional.ofNullable(works.get(task.id())).map(engine.past()::time);
    }
}
