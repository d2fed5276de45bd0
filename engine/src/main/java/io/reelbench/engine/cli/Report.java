package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.queue.TaskEvent;

/** Shows what happens to a batch. Events come on the engine's thread, the rest on the command's own. */
interface Report extends AutoCloseable {

    /** An input that stands for no clip. */
    void lost(Gathered.Loss loss);

    void event(TaskEvent event);

    /** The wish to stop was heard. */
    void stopping();

    /** All tasks are over. */
    void ended(Tally tally);

    /** Shows nothing any more. */
    @Override
    void close();
}
