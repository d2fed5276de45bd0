package io.reelbench.engine.local;

import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.reuse.Earlier;
import io.reelbench.engine.reuse.Results;
import io.reelbench.engine.reuse.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one task has to do with those before and after it.
 *
 * @param subject empty when it is done anew in any case and nobody shall take it later
 * @param earlier those that made the same, the newest first
 */
record Reusing(Results results, Optional<Subject> subject, List<Earlier> earlier) {

    static Reusing of(Results results, Optional<Subject> subject) throws InterruptedException {
        return new Reusing(results, subject, subject.isPresent() ? results.find(subject.get()) : List.of());
    }

    /** Puts an earlier result into the part files; empty when there is none that is still the same. */
    Optional<Earlier> taken(Plan plan, List<PartFile> parts, TaskKind.Run run) throws InterruptedException {
        List<Path> into = parts.stream().map(PartFile::path).toList();
        // the same may have been done since this one was prepared
        List<Earlier> found = earlier.isEmpty() && subject.isPresent() ? results.find(subject.get()) : earlier;
        for (Earlier each : found) {
            boolean known = each.files().size() == plan.products().size() && (each.asPlanned() || larger(plan).isPresent());
            if (known && results.take(each, into, done -> tell(run, done))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static void tell(TaskKind.Run run, double done) {
        run.progress(new Progress(OptionalDouble.of(done), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(),
                Optional.of(Step.Doing.COPYING)));
    }

    /** What the first product of an earlier task must be, and what is said of it. */
    static StepRunner.Outcome outcome(Plan plan, Earlier earlier) {
        List<Text> notes = new ArrayList<>(List.of(earlier.told()));
        notes.addAll(earlier.notes());
        Expect planned = plan.products().getFirst().expect();
        return new StepRunner.Outcome(earlier.asPlanned() ? planned : larger(plan).orElse(planned), List.copyOf(notes));
    }

    private static Optional<Expect> larger(Plan plan) {
        return plan.steps().stream().filter(Step.IfLarger.class::isInstance).map(s -> ((Step.IfLarger) s).expect()).findFirst();
    }

    Results.Witness watched() {
        return subject.map(results::watch).orElse(Results.Witness.NONE);
    }

    /** It lies in one more place. */
    void again(Earlier taken, List<Placed> placed) {
        if (placed.stream().allMatch(Placed.Here.class::isInstance)) {
            subject.ifPresent(s -> results.again(s, taken, placed.stream().map(Placed::path).toList()));
        }
    }

    /** For those that come. */
    static void remember(Results.Witness witness, Plan plan, StepRunner.Outcome outcome, List<Placed> placed,
            List<Stamp> stamps) {
        if (!placed.stream().allMatch(Placed.Here.class::isInstance)) {
            return;
        }
        List<Results.Proven> files = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            files.add(new Results.Proven(placed.get(i).path(), stamps.get(i)));
        }
        boolean asPlanned = outcome.expect().equals(plan.products().getFirst().expect());
        witness.made(new Results.Made(plan.sources().getFirst().name(), List.copyOf(files), outcome.notes(), asPlanned));
    }
}
