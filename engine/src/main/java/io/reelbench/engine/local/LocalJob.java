package io.reelbench.engine.local;

import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Proof;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.reuse.Earlier;
import io.reelbench.engine.reuse.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One plan, ready to run.
 *
 * @param planned what was planned, and what was to be said of it
 * @param parts   where its products are written, in the plan's order
 * @param stamps  the inputs as they were when it was planned
 * @param scratch a folder of its own, made when it runs
 * @param reusing what was made of the same before
 */
record LocalJob(Workbench bench, Planned planned, List<PartFile> parts, Rules rules, List<InputStamp> stamps, boolean keepDates,
        Path scratch, Reusing reusing) implements TaskKind.Job {

    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);

    private Plan plan() {
        return planned.plan().orElseThrow();
    }

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        Optional<Earlier> earlier = reusing.taken(plan(), parts, run);
        if (earlier.isPresent()) {
            return ledger -> finish(Reusing.outcome(plan(), earlier.get()), ledger,
                    (placed, _) -> reusing.again(earlier.get(), placed));
        }
        Meter meter = new Meter(bench.runner(), bench.crowd());
        StepRunner steps = new StepRunner(bench.with(meter), plan(), parts, scratch, run);
        Results.Witness witness = reusing.watched();
        try {
            steps.runAll();
        } finally {
            witness.ended();
        }
        return ledger -> {
            long began = System.nanoTime();
            TaskKind.Finished finished = finish(steps.outcome(), ledger,
                    (placed, sealed) -> Reusing.remember(witness, plan(), steps.outcome(), placed, sealed));
            remember(finished, steps.outcome(), meter.measured(), (System.nanoTime() - began) / 1e9);
            return finished;
        };
    }

    /** Is told where products lie now, and how they were when they were proven. */
    private interface Told {
        void placed(List<Placed> placed, List<Stamp> sealed);
    }

    /** For the estimates of later ones. What was copied in the end, though it was to be encoded, tells nothing of sizes. */
    private void remember(TaskKind.Finished finished, StepRunner.Outcome outcome, Meter.Measured measured, double finishing) {
        if (finished instanceof TaskKind.Finished.Done(var results, _)) {
            boolean asPlanned = results.size() == plan().products().size()
                    && outcome.expect().equals(plan().products().getFirst().expect());
            bench.past().add(plan().estimate().work(), measured, finishing,
                    asPlanned ? results.stream().map(Task.Result::bytes).toList() : List.of());
        }
    }

    private TaskKind.Finished finish(StepRunner.Outcome outcome, Placing.Ledger ledger, Told told)
            throws FailedException, InterruptedException {
        List<Text> notes = new ArrayList<>(planned.problems().stream().filter(Problem::isWarning).map(Problem::text).toList());
        notes.addAll(outcome.notes());
        List<Proof> proofs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Verifier.Verdict.Good good = proven(parts.get(i).path(),
                    i == 0 ? outcome.expect() : plan().products().get(i).expect());
            proofs.add(good.proof());
            notes.addAll(good.lost());
        }
        Optional<FileTime> date = keepDates
                ? Optional.of(FileTime.fromMillis(plan().sources().getFirst().modifiedMs()))
                : Optional.empty();
        List<Stamp> sealed = new ArrayList<>();
        for (PartFile part : parts) {
            part.seal(date);
            sealed.add(stamp(part.path()));
        }
        List<Placed> placed = bench.placer().place(parts, rules, ledger);
        told.placed(placed, sealed);
        removeScratch();
        List<Task.Result> results = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i) instanceof Placed.Here(Path path, long bytes)) {
                results.add(new Task.Result(path, bytes, Optional.of(proofs.get(i))));
            }
        }
        return results.isEmpty()
                ? new TaskKind.Finished.LeftAlone(placed.stream().map(Placed::path).toList())
                : new TaskKind.Finished.Done(List.copyOf(results), List.copyOf(notes));
    }

    private Verifier.Verdict.Good proven(Path part, Expect expect) throws FailedException, InterruptedException {
        Verifier.Facts facts = new Verifier.Facts(plan().sources().getFirst().name(), true, Subjects.encodes(plan()), stamps);
        return switch (bench.verifier().check(part, expect, facts)) {
            case Verifier.Verdict.Good good -> good;
            case Verifier.Verdict.Bad(Failure failure) -> throw new FailedException(failure);
        };
    }

    private static Stamp stamp(Path part) throws FailedException {
        try {
            return Stamp.of(part);
        } catch (IOException e) {
            throw io.reelbench.engine.output.Faults.writing(part.getParent(), e);
        }
    }

    /** What cannot be removed now is swept away later; the outputs stand. */
    private void removeScratch() {
        try {
            LocalKind.delete(scratch);
        } catch (IOException e) {
            LOG.warn("{} is left", scratch, e);
        }
    }

    static void ready(Path folder) throws FailedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw io.reelbench.engine.output.Faults.writing(folder, e);
        }
    }
}
