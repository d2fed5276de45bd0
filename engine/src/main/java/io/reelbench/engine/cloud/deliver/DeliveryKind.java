package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Accounts;
import io.reelbench.engine.cloud.account.Keys;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.cloud.task.StorePassage;
import io.reelbench.engine.cloud.task.Talk;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Lane;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tasks that bring a finished file somewhere. */
public final class DeliveryKind implements TaskKind {

    public static final String ID = "delivery";
    /** Of the note that holds the address as its only argument. */
    public static final String PUBLISHED_KEY = DeliverWords.PUBLISHED.key();

    /**
     * All that it takes.
     *
     * @param folder of ours, where uploads that were begun are known
     * @param stores what is written down of files that cost
     */
    public record Bench(Accounts accounts, Keys keys, Talk.Means means, Placer placer, Path folder, StorePassage.Books stores) {
    }

    private final Bench bench;
    private final Buckets buckets;

    public DeliveryKind(Bench bench) {
        this.bench = bench;
        this.buckets = new Buckets(new UploadsBegun(bench.folder()), bench.means());
    }

    /** Tries the bucket of an account, without writing. */
    public void test(Account account) throws FailedException, InterruptedException {
        buckets.test(account, bench.keys().of(account));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Lane lane(Task task) {
        String to = switch (Destination.understood(task.asked().recipe()).orElse(null)) {
            case Destination.Remote(String account, var _, var _) -> account;
            case null, default -> "";
        };
        return Lane.of(ID + ":" + to, 2);
    }

    @Override
    public Prepared prepare(Task task) throws FailedException {
        Path file = task.asked().inputs().getFirst().file();
        InputStamp stamp = InputStamp.take(file);
        Destination to = Destination.read(task.asked().recipe());
        Gate gate = new Gate();
        return switch (to) {
            case Destination.Folder(Path folder) -> {
                Path target = folder.toAbsolutePath().normalize().resolve(file.getFileName());
                Rules rules = new Rules(IfExists.RENAME, List.of(file), _ -> false);
                rules.wants(target, false);
                io.reelbench.engine.output.Folder.ready(target.getParent());
                yield new CopyJob(bench, file, PartFile.of(target, task.id(), task.attempt(), 0), rules, stamp, gate);
            }
            case Destination.Remote(String id, Service service, Optional<String> name) -> {
                Account account = bench.accounts().get(id);
                yield service == Service.S3
                        ? new BucketJob(bench, buckets, task.id(), account, file, name, stamp, gate)
                        : new StoreJob(bench, task, account, file, stamp, gate);
            }
        };
    }

    @Override
    public void sweep(Task task) throws FailedException {
        if (Destination.read(task.asked().recipe()) instanceof Destination.Folder(Path folder)) {
            try {
                PartFile.sweep(folder.toAbsolutePath().normalize(), List.of(task.id()));
            } catch (IOException e) {
                throw Faults.writing(folder, e);
            }
        }
    }

    /** What was begun for a task is not wanted any more. Parts that lie in a bucket are thrown away there, if it can be reached. */
    public void forget(Task task) {
        bench.stores().forget(task);
        if (Destination.understood(task.asked().recipe()).orElse(null) instanceof Destination.Remote(String id, var _, var _)) {
            Thread.startVirtualThread(() -> buckets.forget(task.id(), () -> bench.accounts().find(id), bench.keys()::known));
        }
    }

    /** The file is still as it was when the delivery began. */
    static void unchanged(InputStamp stamp) throws FailedException {
        Optional<Failure> changed = stamp.changed();
        if (changed.isPresent()) {
            throw new FailedException(changed.get());
        }
    }
}
