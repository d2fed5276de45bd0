package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placed;
import io.reelbench.engine.output.Placing;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One task elsewhere, ready to go. */
record RemoteJob(RemoteBench bench, Task task, Provider provider, Account account, Call call, PartFile part, Rules rules,
        List<InputStamp> stamps, boolean keepDates, Gate gate) implements TaskKind.Job {

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        run.handle(new TaskKind.Handle() {
            @Override
            public void pause() {
                gate.pause();
            }

            @Override
            public void resume() {
                gate.resume();
            }

            @Override
            public void cancel() {
                gate.stop();
            }
        });
        gate.enter();
        try {
            Secret key = bench.keys().of(account);
            Journey journey = new Journey(bench, task, provider, account, key, call, part.path(), gate, run);
            List<Text> notes = journey.travel();
            return ledger -> finish(notes, ledger);
        } finally {
            gate.leave();
        }
    }

    private TaskKind.Finished finish(List<Text> told, Placing.Ledger ledger) throws FailedException, InterruptedException {
        List<Text> notes = new ArrayList<>(told);
        Verifier.Facts facts = new Verifier.Facts(task.name(), true, true, stamps);
        Verifier.Verdict.Good good = switch (bench.verifier().check(part.path(), call.expect(), facts)) {
            case Verifier.Verdict.Good fine -> fine;
            case Verifier.Verdict.Bad(Failure failure) -> {
                throw bad(failure);
            }
        };
        notes.addAll(good.lost());
        part.seal(date());
        List<Placed> placed = bench.placer().place(List.of(part), rules, ledger);
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
        bench.passages().remove(task.id());
        return new FailedException(new Failure.RemoteFailed(account.name(), failure.headline().toString()));
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
