package io.reelbench.engine.queue;

import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Proof;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One task of the queue, as it stands.
 *
 * @param id       twelve lower case letters and digits
 * @param asked    what was asked for; its priority is the first one, see {@code priority}
 * @param priority as it is now
 * @param position order in the queue; only for comparing
 * @param state    where it is in its life
 * @param attempt  the one under way, or the next one; from 1
 * @param outcome  what came of it
 * @param trail    what a restart must clean up
 * @param times    when things happened
 */
public record Task(String id, NewTask asked, Priority priority, long position, TaskState state, int attempt, Outcome outcome,
        Trail trail, Times times) {

    /**
     * An input.
     *
     * @param file       absolute
     * @param bytes      size when the task was added
     * @param modifiedMs last change then, milliseconds since 1970
     */
    public record Input(Path file, long bytes, long modifiedMs) {
    }

    /**
     * A file that it made.
     *
     * @param proof what was seen of it when it was checked; empty for files that were there before, and when the program was killed between
     *              the check and the record of it
     */
    public record Result(Path file, long bytes, Optional<Proof> proof) {

        public Result {
            proof = proof == null ? Optional.empty() : proof; // written by an earlier version
        }

        public Result(Path file, long bytes) {
            this(file, bytes, Optional.empty());
        }
    }

    /**
     * What the program that did the work said last.
     *
     * @param command as it was run, for reading
     * @param words   the last lines of its report
     */
    public record Log(String command, String words) {
    }

    /**
     * What came of it.
     *
     * @param failure why it failed; only for FAILED
     * @param results what it made; for SKIPPED the files that were there
     * @param notes   what a person should know though it went well
     * @param log     what was said before it failed; only for FAILED, and empty when nothing was run
     */
    public record Outcome(Optional<Failure> failure, List<Result> results, List<Text> notes, Optional<Log> log) {
        static final Outcome NONE = made(List.of(), List.of());

        static Outcome made(List<Result> results, List<Text> notes) {
            return new Outcome(Optional.empty(), results, notes, Optional.empty());
        }

        static Outcome failed(Failure failure, Optional<Log> log) {
            return new Outcome(Optional.of(failure), List.of(), List.of(), log);
        }
    }

    /**
     * What is in the world while it runs.
     *
     * @param child    its process
     * @param placings names that are just being given
     */
    public record Trail(Optional<Child> child, List<Placing> placings) {
        static final Trail NONE = new Trail(Optional.empty(), List.of());
    }

    /**
     * When things happened.
     *
     * @param started  of the last attempt
     * @param finished of the last attempt
     */
    public record Times(Instant created, Optional<Instant> started, Optional<Instant> finished) {
    }

    static Task fresh(String id, NewTask asked, long position, Instant now) {
        Times times = new Times(now, Optional.empty(), Optional.empty());
        return new Task(id, asked, asked.priority(), position, TaskState.WAITING, 1, Outcome.NONE, Trail.NONE, times);
    }

    public String batch() {
        return asked.batch();
    }

    public String kind() {
        return asked.kind();
    }

    public String name() {
        return asked.name();
    }

    Task prioritised(Priority now) {
        return new Task(id, asked, now, position, state, attempt, outcome, trail, times);
    }

    Task at(long place) {
        return new Task(id, asked, priority, place, state, attempt, outcome, trail, times);
    }

    Task started(Instant now) {
        return to(TaskState.RUNNING, outcome, trail, new Times(times.created, Optional.of(now), Optional.empty()));
    }

    Task with(Child child) {
        return to(state, outcome, new Trail(Optional.of(child), trail.placings), times);
    }

    Task placing(List<Placing> placings) {
        return to(state, outcome, new Trail(trail.child, placings), times);
    }

    /** The same task one step on, keeping what it has made and left so far. */
    Task to(TaskState next) {
        return to(next, outcome, trail, times);
    }

    Task over(TaskState end, Outcome made, Instant now) {
        return to(end, made, Trail.NONE, new Times(times.created, times.started, Optional.of(now)));
    }

    /** Back to the start for another attempt. */
    Task again() {
        Task next = to(state == TaskState.PAUSED ? TaskState.PAUSED : TaskState.WAITING, Outcome.NONE, Trail.NONE,
                new Times(times.created, Optional.empty(), Optional.empty()));
        return new Task(id, asked, priority, position, next.state, attempt + 1, next.outcome, next.trail, next.times);
    }

    private Task to(TaskState next, Outcome made, Trail left, Times when) {
        if (next != state && !state.canBecome(next)) {
            throw new IllegalStateException("A task that is " + state + " cannot become " + next);
        }
        return new Task(id, asked, priority, position, next, attempt, made, left, when);
    }
}
