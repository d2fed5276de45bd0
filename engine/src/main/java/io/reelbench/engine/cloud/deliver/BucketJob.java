package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.queue.TaskKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts a file into a bucket, in parts, from wherever an earlier attempt left it. */
record BucketJob(DeliveryKind.Bench bench, Buckets buckets, String task, Account account, Path file, Optional<String> name,
        InputStamp stamp, Gate gate) implements TaskKind.Job {

    @Override
    public TaskKind.Finish run(TaskKind.Run run) throws FailedException, InterruptedException {
        run.handle(gate.handle());
        gate.enter();
        try {
            String key = account.bucket().orElseThrow().folder() + name.orElse(file.getFileName().toString());
            Buckets.Load load = new Buckets.Load(task, account, bench.keys().of(account), file, key, stamp);
            String address = buckets.put(load, gate, run);
            return _ -> new TaskKind.Finished.Done(List.of(), List.of(DeliverWords.PUBLISHED.with(address)));
        } finally {
            gate.leave();
        }
    }
}
