package io.reelbench.engine.cloud;

import io.reelbench.engine.CloudSeam;
import io.reelbench.engine.Engine;
import io.reelbench.engine.Places;
import io.reelbench.engine.Request;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.MemoryVault;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.cloud.wire.Patience;
import io.reelbench.engine.cloud.wire.Times;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** An engine for tests of work elsewhere, that can be closed and opened again on the same folder. */
final class Abroad implements AutoCloseable {

    static final Patience QUICK = new Patience(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(300), 6,
            Integer.MAX_VALUE, 100);

    final Vault vault = new MemoryVault();
    private final Path home;
    private final Engine.Mode mode;
    private final Patience patience;
    private final ConcurrentHashMap<String, CompletableFuture<Task>> over = new ConcurrentHashMap<>();
    final List<TaskEvent.Progressed> progress = new java.util.concurrent.CopyOnWriteArrayList<>();
    Http http;
    Engine engine;
    private Pin pin;

    private final Duration answer;
    private final Optional<SSLContext> trust;

    Abroad(Path home, Engine.Mode mode, Patience patience) throws Exception {
        this(home, mode, patience, Duration.ofMinutes(2));
    }

    /** @param answer how long an answer is waited for */
    Abroad(Path home, Engine.Mode mode, Patience patience, Duration answer) throws Exception {
        this(home, mode, patience, answer, Optional.empty());
    }

    /** @param trust whom to believe */
    Abroad(Path home, Engine.Mode mode, Patience patience, Optional<SSLContext> trust) throws Exception {
        this(home, mode, patience, Duration.ofMinutes(2), trust);
    }

    private Abroad(Path home, Engine.Mode mode, Patience patience, Duration answer, Optional<SSLContext> trust)
            throws Exception {
        this.trust = trust;
        this.home = home;
        this.mode = mode;
        this.patience = patience;
        this.answer = answer;
        open();
    }

    void open() throws Exception {
        http = new Http(new Times(Duration.ofMinutes(1), answer, answer), new io.reelbench.engine.cloud.wire.Places(),
                trust);
        engine = CloudSeam.open(Places.in(home), mode, new Cloud.World(vault, http, patience, InstantSource.system()));
        pin = engine.listen(event -> {
            switch (event) {
                case TaskEvent.Changed(Task task) when task.state().isOver() -> future(task.id()).complete(task);
                case TaskEvent.Progressed progressed -> progress.add(progressed);
                default -> {
                    // not of interest
                }
            }
        });
        engine.tasks().stream().filter(t -> t.state().isOver()).forEach(t -> future(t.id()).complete(t));
    }

    private CompletableFuture<Task> future(String id) {
        return over.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    Account account(StandIn standIn) throws Exception {
        Account account = standIn.account();
        engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
        return account;
    }

    Recipe recipe(String... steps) {
        String json = ("{\"schema\":1,\"steps\":[" + String.join(",", steps) + "]}").replace('\'', '"');
        return engine.recipes().read(json).value().orElseThrow(() -> new AssertionError(engine.recipes().read(json).problems()));
    }

    /** Whatever was done before. */
    Task send(Account on, Path clip, Path to, String... steps) throws Exception {
        return engine.submit(List.of(request(clip, to, steps).afresh()), on).getFirst();
    }

    Request request(Path clip, Path to, String... steps) throws Exception {
        return new Request(clip, recipe(steps), new OutputWish().into(to), Priority.NORMAL);
    }

    Task ended(Task task) throws Exception {
        return future(task.id()).get(2, TimeUnit.MINUTES);
    }

    /** Runs it again and waits for its next end. */
    Task again(Task task) throws Exception {
        over.remove(task.id());
        engine.retry(List.of(task.id())).get(1, TimeUnit.MINUTES);
        return ended(task);
    }

    Task sentAgain(Task task) throws Exception {
        over.remove(task.id());
        engine.sendAgain(task.id()).get(1, TimeUnit.MINUTES);
        return ended(task);
    }

    /** All files of the engine. */
    Stream<Path> home() throws Exception {
        return Files.walk(home);
    }

    void shut() {
        pin.close();
        engine.close();
    }

    @Override
    public void close() {
        shut();
    }
}
