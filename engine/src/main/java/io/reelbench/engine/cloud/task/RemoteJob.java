package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.reuse.Earlier;
import io.reelbench.engine.reuse.Results;
import io.reelbench.engine.reuse.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One task elsewhere, ready to go.
 *
 * @param part    where the result is written, a file or a folder
 * @param subject empty when it is done anew in any case and nobody shall take it later
 * @param earlier those that gave the same, the newest first
 */
record RemoteJob(RemoteBench bench, Task task, Provider provider, Account account, Route route, PartFile part, Rules rules,
        List<InputStamp> stamps, boolean keepDates, Gate gate, Optional<Subject> subject,
        List<Earlier> earlier) implements TaskKind.Job {

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        run.handle(gate.handle());
        gate.enter();
        try {
            for (Earlier each : earlier) {
                if (bench.results().take(each, List.of(part.path()), done -> tell(run, done))) {
                    return ledger -> finish(new Journey.Arrived(List.of(each.told()), route.expect()), ledger,
                            (placed, _) -> bench.results().again(subject.orElseThrow(), each, List.of(placed)));
                }
            }
            return sent(run);
        } finally {
            gate.leave();
        }
    }

    private TaskKind.Finish sent(TaskKind.Run run) throws FailedException, InterruptedException {
        Secret key = bench.keys().of(account);
        bench.bulk().send(task, provider, account, key, gate);
        Trip trip = new Trip(bench, new Trip.Who(task, provider, account, key), route, gate, run);
        Results.Witness witness = subject.map(bench.results()::watch).orElse(Results.Witness.NONE);
        Journey.Arrived arrived;
        try {
            arrived = new Journey(trip, part.path()).travel();
        } finally {
            witness.ended();
        }
        return ledger -> finish(arrived, ledger, (placed, stamp) -> witness
                .made(new Results.Made(task.name(), List.of(new Results.Proven(placed, stamp)), route.notes(), true)));
    }

    private static void tell(TaskKind.Run run, double done) {
        run.progress(new Progress(OptionalDouble.of(done), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(),
                Optional.of(Step.Doing.COPYING)));
    }

    /** Is told where the result lies, and how it was when it was proven. */
    private interface Told {
        void placed(Path file, Stamp stamp);
    }

    private TaskKind.Finished finish(Journey.Arrived arrived, Placing.Ledger ledger, Told where)
            throws FailedException, InterruptedException {
        List<Text> notes = new ArrayList<>(arrived.notes());
        Verifier.Facts facts = new Verifier.Facts(task.name(), true, true, stamps);
        Verifier.Verdict.Good good = switch (bench.verifier().check(part.path(), arrived.expect(), facts)) {
            case Verifier.Verdict.Good fine -> fine;
            case Verifier.Verdict.Bad(Failure failure) -> {
                throw bad(failure);
            }
        };
        notes.addAll(good.lost());
        part.seal(date());
        Stamp stamp = stamp();
        List<Placed> placed = bench.placer().place(List.of(part), rules, ledger);
        placed.stream().filter(Placed.Here.class::isInstance).forEach(here -> where.placed(here.path(), stamp));
        bench.passages().remove(task.id());
        List<Task.Result> results = placed.stream().filter(Placed.Here.class::isInstance).map(Placed.Here.class::cast)
                .map(here -> new Task.Result(here.path(), here.bytes(), Optional.of(good.proof()))).toList();
        return results.isEmpty()
                ? new TaskKind.Finished.LeftAlone(placed.stream().map(Placed::path).toList())
                : new TaskKind.Finished.Done(results, List.copyOf(notes));
    }

    /** It may have been spoilt on its way, so it is fetched once more; then the job itself is to blame. */
    private FailedException bad(Failure failure) throws FailedException {
        Optional<Passage> known = bench.passages().find(task.id()).filter(p -> p.stage() == Passage.Stage.SENT && !p.doubted());
        if (failure instanceof Failure.InputChanged) {
            bench.passages().remove(task.id());
            return new FailedException(failure);
        } else if (known.isPresent()) {
            bench.passages().put(known.get().doubtful());
            return new FailedException(new Failure.NotAsPlanned(task.name(), failure.headline().toString()));
        }
        Optional<Passage> given = bench.passages().find(task.id()).flatMap(Passage::given);
        if (given.isPresent()) {
            bench.passages().put(given.get());
        } else {
            bench.passages().remove(task.id());
        }
        return new FailedException(new Failure.RemoteFailed(account.name(), failure.headline().toString()));
    }

    private Stamp stamp() throws FailedException {
        try {
            return Stamp.of(part.path());
        } catch (IOException e) {
            throw Faults.writing(part.path().getParent(), e);
        }
    }

    private Optional<FileTime> date() throws FailedException {
        if (!keepDates || stamps.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getLastModifiedTime(stamps.getFirst().file()));
        } catch (IOException e) {
            throw new FailedException(new Failure.Missing(stamps.getFirst().file().toString()), e);
        }
    }
}
