package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * How a kind of task runs, in three phases, so that a slot is only taken while ffmpeg works: {@link #prepare} looks and plans up to two
 * tasks ahead, {@link Job#run} holds a slot, {@link Finish#finish} checks and places beside the next task's run. All are blocking calls
 * on a virtual thread of the task's own. An interrupt means that the result is not wanted any more: leave with InterruptedException.
 */
public interface TaskKind {

    /** As tasks name it. */
    String id();

    /** Whose slots a task takes; the name is always the same for the same task. */
    default Lane lane(Task task) {
        return Lane.HERE;
    }

    /** Looks at the inputs and plans. May be thrown away and called again when the order changes, so it leaves nothing behind. */
    Prepared prepare(Task task) throws FailedException, InterruptedException;

    /** Removes what an attempt that did not come to its end left: part files and scratch. Called for every one, also after a crash. */
    void sweep(Task task) throws FailedException;

    /** What preparing found. */
    sealed interface Prepared {
    }

    /** Nothing is to be made: files of that name are there and are to be left alone. */
    record Unwanted(List<Path> there) implements Prepared {
    }

    /** Ready to run within a millisecond. */
    non-sealed interface Job extends Prepared {

        /** Works in a slot and returns as soon as the slot is not needed any more. */
        Finish run(Run run) throws FailedException, InterruptedException;
    }

    /** Checks and places. */
    interface Finish {

        /** Gives products their names through the ledger; from the ledger's first call on it is not interrupted any more. */
        Finished finish(Placing.Ledger ledger) throws FailedException, InterruptedException;
    }

    /** How it ended, when nothing failed. */
    sealed interface Finished {

        record Done(List<Task.Result> results, List<Text> notes) implements Finished {
        }

        record LeftAlone(List<Path> there) implements Finished {
        }
    }

    /** What a job may tell while it runs; from any thread. */
    interface Run {

        void progress(Progress progress);

        /** Gives the means to stop it; called first of all. A wish that came earlier is passed on at once. */
        void handle(Handle handle);

        /** A process has started; after a crash it is looked for. */
        void child(Child child);

        /** What the last process said; kept with the failure when there is one. */
        void log(Task.Log log);
    }

    /** The means to stop a run; quick, from any thread, more than once, and without harm when it has just ended. */
    interface Handle {

        void pause();

        void resume();

        /** Makes {@link Job#run} leave soon, also when it is paused; how it leaves does not matter. */
        void cancel();
    }
}
