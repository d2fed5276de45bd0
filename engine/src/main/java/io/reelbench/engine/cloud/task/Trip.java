package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Stamp;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Progress;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What all jobs of one run of a task share: with whom it talks, how far it is, and who is told. */
final class Trip {

    /** More is no result but an attack. */
    private static final long MOST_RESULT = 200_000_000_000L;
    /** Of each job, how far it is when its files are there, and when its result is made. */
    static final double UP = 0.3;
    static final double DOWN = 0.8;

    /** Who travels. */
    record Who(Task task, Provider provider, Account account, Secret key) {
    }

    private final RemoteBench bench;
    private final Who who;
    private final Route route;
    private final Gate gate;
    private final TaskKind.Run run;
    private final Talk talk;
    /** Also written by whoever sees the last byte of a file go. */
    private volatile Passage at;
    private double fraction;

    Trip(RemoteBench bench, Who who, Route route, Gate gate, TaskKind.Run run) throws FailedException {
        this.bench = bench;
        this.who = who;
        this.route = route;
        this.gate = gate;
        this.run = run;
        this.talk = new Talk(bench.means(), who.account, Optional.of(who.key), who.provider.errors(), gate,
                doing -> tell(doing, 0, -1));
        this.at = bench.passages().find(task().id()).orElseGet(this::fresh);
    }

    RemoteBench bench() {
        return bench;
    }

    Task task() {
        return who.task;
    }

    Provider provider() {
        return who.provider;
    }

    Account account() {
        return who.account;
    }

    Route route() {
        return route;
    }

    Gate gate() {
        return gate;
    }

    Talk talk() {
        return talk;
    }

    // ---- How far it is ----

    Passage at() {
        return at;
    }

    /** Survives whatever happens next. */
    void write(Passage next) throws FailedException {
        bench.passages().put(next);
        at = next;
    }

    private Passage fresh() {
        return Passage.fresh(task().id(), who.account.id(), who.account.origin());
    }

    /** As if nothing had been sent yet. */
    void anew() {
        bench.passages().remove(task().id());
        at = fresh();
    }

    /** The job that it is at. */
    Call call() {
        return route.legs().get(at.leg());
    }

    boolean isLast() {
        return at.leg() == route.legs().size() - 1;
    }

    /** Where a file lies here that one of its jobs made and the one at this place goes on with. */
    Path between(int leg) throws FailedException {
        return bench.passages().between(task().id(), leg, route.legs().get(leg - 1).extension());
    }

    /** How the files of ours are now. */
    List<String> stamps() throws FailedException {
        return stamps(route);
    }

    static List<String> stamps(Route route) throws FailedException {
        List<String> all = new ArrayList<>();
        for (Path file : route.files()) {
            try {
                Stamp stamp = Stamp.of(file);
                all.add(stamp.bytes() + "/" + stamp.modifiedUs());
            } catch (IOException e) {
                throw new FailedException(new Failure.Missing(file.toString()), e);
            }
        }
        return all;
    }

    // ---- What is fetched ----

    /** What a server says of an address, as an address. */
    URI address(String said) throws FailedException {
        try {
            return who.account.base().resolve(said);
        } catch (IllegalArgumentException nonsense) {
            throw new FailedException(new Failure.Garbled(who.account.name(), TaskWords.NOT_ITS_ANSWER.with().toString()),
                    nonsense);
        }
    }

    /**
     * Brings a file here.
     *
     * @param from of the job, how far it is when it begins
     * @param to   and when it ends
     */
    void fetch(String said, Path file, double from, double to) throws FailedException, InterruptedException {
        URI there = address(said);
        tell(Step.Doing.DOWNLOADING, from, -1);
        talk.fetch(there, file,
                (bytes, whole) -> tell(Step.Doing.DOWNLOADING, whole > 0 ? from + (to - from) * bytes / whole : from, bytes),
                MOST_RESULT);
        checkThere(file);
    }

    void checkThere(Path file) throws FailedException {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                throw new FailedException(new Failure.RemoteFailed(who.account.name(), TaskWords.NO_BYTES.with().toString()));
            }
        } catch (IOException e) {
            throw Faults.writing(file.getParent(), e);
        }
    }

    static long mostResult() {
        return MOST_RESULT;
    }

    // ---- Telling ----

    /**
     * @param now   how far the job is, 0 to 1
     * @param bytes that went; negative where none do
     */
    void tell(Step.Doing doing, double now, long bytes) {
        fraction = Math.max(fraction, (at == null ? 0 : at.leg() + Math.clamp(now, 0, 1)) / route.legs().size());
        run.progress(new Progress(OptionalDouble.of(Math.min(1, fraction)), OptionalDouble.empty(), OptionalDouble.empty(),
                bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes), Optional.of(doing)));
    }
}
