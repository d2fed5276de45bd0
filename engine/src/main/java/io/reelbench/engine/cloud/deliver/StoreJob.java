package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Providers;
import io.reelbench.engine.cloud.provider.Slot;
import io.reelbench.engine.cloud.provider.Store;
import io.reelbench.engine.cloud.task.StorePassage;
import io.reelbench.engine.cloud.task.Talk;
import io.reelbench.engine.cloud.task.Uploads;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Puts a file into the store of a service and keeps its address. */
record StoreJob(DeliveryKind.Bench bench, Task task, Account account, Path file, InputStamp stamp,
        Gate gate) implements TaskKind.Job {

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        run.handle(gate.handle());
        gate.enter();
        StorePassage passage = bench.stores().of(task, account);
        try {
            Provider provider = Providers.of(account.service()).orElseThrow();
            Store store = provider.store().orElseThrow(() -> new FailedException(
                    new Failure.RemoteRefused(account.name(), DeliverWords.NO_STORE.with().toString())));
            if (stamp.stamp().bytes() > store.most()) {
                throw new FailedException(
                        new Failure.TooBig(file.getFileName().toString(), new Bytes(stamp.stamp().bytes()).spoken(),
                                new Bytes(store.most()).spoken()));
            }
            Secret key = bench.keys().of(account);
            Talk talk = new Talk(bench.means(), account, Optional.of(key), provider.errors(), gate,
                    doing -> tell(run, doing, 0, 0));
            passage.begin(store.intake().each());
            String address = new Uploads(talk, passage).put(store.intake(), file, Slot.Kind.FILM,
                    (bytes, whole) -> tell(run, Step.Doing.UPLOADING, bytes, whole)).asString();
            DeliveryKind.unchanged(stamp);
            List<Text> notes = new ArrayList<>(List.of(DeliverWords.PUBLISHED.with(address)));
            passage.told().ifPresent(notes::add);
            return _ -> new TaskKind.Finished.Done(List.of(), notes);
        } finally {
            passage.end();
            gate.leave();
        }
    }

    static void tell(TaskKind.Run run, Step.Doing doing, long bytes, long whole) {
        run.progress(new Progress(whole > 0 ? OptionalDouble.of(Math.min(1, bytes / (double) whole)) : OptionalDouble.empty(),
                OptionalDouble.empty(), OptionalDouble.empty(), bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty(),
                Optional.of(doing)));
    }
}
