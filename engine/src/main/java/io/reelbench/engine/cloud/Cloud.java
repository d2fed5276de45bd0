package io.reelbench.engine.cloud;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Accounts;
import io.reelbench.engine.cloud.account.FileVault;
import io.reelbench.engine.cloud.account.Keys;
import io.reelbench.engine.cloud.account.OsVault;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.cloud.account.Vault;
import io.reelbench.engine.cloud.deliver.DeliveryKind;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.cloud.provider.Cost;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Idempotency;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.cloud.provider.Ping;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Providers;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.task.Errand;
import io.reelbench.engine.cloud.task.RemoteBench;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.cloud.task.Spending;
import io.reelbench.engine.cloud.task.Talk;
import io.reelbench.engine.cloud.wire.Answer;
import io.reelbench.engine.cloud.wire.Ask;
import io.reelbench.engine.cloud.wire.Body;
import io.reelbench.engine.cloud.wire.Http;
import io.reelbench.engine.cloud.wire.Meter;
import io.reelbench.engine.cloud.wire.Patience;
import io.reelbench.engine.cloud.wire.WireException;
import io.reelbench.engine.local.Clips;
import io.reelbench.engine.local.PieceCounting;
import io.reelbench.engine.local.Planning;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.queue.TaskState;
import io.reelbench.engine.reuse.Results;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything elsewhere, as the door shows it: accounts and their keys, what services can do and what it costs, and what became of tasks
 * that were sent. Nothing is sent anywhere before there is an account and somebody asks for something.
 */
public final class Cloud implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cloud.class);

    private static final String BUCKET = "s3://";

    /**
     * What it has of the world.
     *
     * @param system the keyring of the system
     */
    public record World(Vault system, Http http, Patience patience, InstantSource clock) {

        public static World usual() {
            return new World(new OsVault(), new Http(), Patience.USUAL, InstantSource.system());
        }
    }

    /**
     * What it shares with the rest of the engine.
     *
     * @param config folder for settings
     * @param data   folder for what outlives the program; its own for a queue that is thrown away
     */
    public record Ours(Path config, Path data, Clips clips, Planning planning, RecipeReader recipes, Catalog catalog,
            Verifier verifier, Placer placer, Results results, PieceCounting pieces) {
    }

    private final World world;
    private final Accounts accounts;
    private final Keys keys;
    private final RemoteBench bench;
    private final RemoteKind remote;
    private final DeliveryKind delivery;

    /**
     * @param sameBatch whether a file was made by another task of the same batch
     * @param tasks     all of the queue
     */
    public Cloud(World world, Ours ours, BiPredicate<Task, Path> sameBatch, Supplier<List<Task>> tasks) {
        this.world = world;
        this.accounts = new Accounts(ours.config());
        this.keys = new Keys(world.system(), new FileVault(ours.config()));
        this.bench = RemoteBench.in(ours.data(), accounts, keys, new Talk.Means(world.http(), world.patience(), world.clock()),
                new Drafting(ours.catalog()), ours.clips(), ours.planning(), ours.recipes(), ours.verifier(), ours.placer(),
                ours.results(), ours.pieces(), tasks);
        this.remote = new RemoteKind(bench, sameBatch);
        this.delivery = new DeliveryKind(new DeliveryKind.Bench(accounts, keys,
                new Talk.Means(world.http(), world.patience(), world.clock()), ours.placer(), ours.data(), bench.stores()));
    }

    /** How its tasks run. */
    public List<TaskKind> kinds() {
        return List.of(remote, delivery);
    }

    // ---- Accounts ----

    public List<Account> accounts() throws FailedException {
        return accounts.all();
    }

    /** By id or name. */
    public Account account(String idOrName) throws FailedException {
        return accounts.get(idOrName);
    }

    /** Adds an account, or changes the one of its id. A key that is given is kept as the account says. */
    public void put(Account account, Optional<Secret> key) throws FailedException {
        Optional<Account> before = accounts.find(account.id());
        if (key.isPresent()) {
            if (!accounts.problems(account).isEmpty()) {
                throw new FailedException(new Failure.Invalid(account.name(), accounts.problems(account)));
            }
            keys.keep(account, key.get());
        }
        accounts.put(account);
        boolean elsewhere = before.isPresent()
                && !(before.get().origin().equals(account.origin()) && before.get().keeping() == account.keeping());
        if (elsewhere) {
            keys.forget(before.get());
        }
    }

    /** Takes an account away, with its key. */
    public void remove(String idOrName) throws FailedException {
        Account account = accounts.get(idOrName);
        accounts.remove(account.id());
        try {
            keys.forget(account);
        } catch (FailedException noKeyring) {
            LOG.warn("The key of {} could not be looked for", account.name(), noKeyring);
        }
    }

    /** Whom to ask for keys that are kept nowhere. */
    public void askedBy(Keys.Asker asker) {
        keys.askedBy(asker);
    }

    /** Keeps a key as its account says. */
    public void keep(Account account, Secret key) throws FailedException {
        keys.keep(account, key);
    }

    /** A key that was told in this run and is kept nowhere. */
    public Optional<Secret> told(Account account) {
        return keys.told(account);
    }

    /** Whether an account works, by a question that costs nothing; fails with the reason when it does not. */
    public void test(Account account) throws FailedException, InterruptedException {
        if (account.service() == Service.S3) {
            delivery.test(account);
            return;
        }
        Provider provider = provider(account);
        Secret key = keys.of(account);
        Ping ping = provider.ping();
        Body body = ping.method().equals("POST") ? new Body.Json("{}".getBytes(StandardCharsets.UTF_8)) : new Body.None();
        Ask ask = new Ask(ping.method(), account.at(ping.path()), Map.of(), body,
                Optional.of(new Ask.Pass(account.origin(), key)),
                Ask.USUAL);
        try {
            Answer answer = world.http().call(ask, Meter.NONE);
            int status = provider.errors().status(answer);
            if (status == 401 || status == 403) {
                throw new FailedException(new Failure.KeyRefused(account.name()));
            } else if (!ping.good().contains(status) || answer.json().isEmpty()) {
                throw new FailedException(
                        new Failure.Garbled(account.name(), CloudWords.NOT_IT.with(provider.service().title()).toString()));
            }
        } catch (WireException e) {
            throw new FailedException(new Failure.Unreachable(account.origin().host(), e.getMessage()), e);
        }
    }

    /**
     * Where finished files go by a name that a person gave: an account, {@code s3://} and the bucket of one, or the whole path of a folder.
     * Fails when there is no such account.
     */
    public Destination goal(String named) throws FailedException {
        String bucket = named.startsWith(BUCKET) ? named.substring(BUCKET.length()).replaceFirst("/.*", "") : "";
        Optional<Account> account = accounts().stream()
                .filter(a -> bucket.isEmpty()
                        ? a.name().equalsIgnoreCase(named) || a.id().equals(named)
                        : a.bucket().filter(b -> b.name().equals(bucket)).isPresent())
                .findFirst();
        if (account.isPresent()) {
            return new Destination.Remote(account.get().id(), account.get().service(), Optional.empty());
        } else if (bucket.isEmpty() && isFolder(named)) {
            return new Destination.Folder(Path.of(named).normalize());
        }
        throw new FailedException(new Failure.NoAccount(Text.harmless(named)));
    }

    private static boolean isFolder(String named) {
        try {
            return Path.of(named).isAbsolute();
        } catch (java.nio.file.InvalidPathException nonsense) {
            return false;
        }
    }

    // ---- What can be done there ----

    public List<Provider> providers() {
        return Providers.all();
    }

    private static Provider provider(Account account) throws FailedException {
        return Providers.of(account.service()).orElseThrow(() -> new FailedException(new Failure.NoAccount(account.name())));
    }

    /** A recipe in the words of an account's service: what comes out, what it costs, or why it cannot be. Nothing is sent. */
    public RemoteKind.Drafted draft(Account account, Recipe recipe, List<Media> clips)
            throws FailedException, InterruptedException {
        return remote.draft(account, recipe, clips);
    }

    /** What is wrong with a job for a model, and what it costs. Nothing is sent. */
    public Drafting.Drafted draft(Account account, String model, Map<String, String> parameters) throws FailedException {
        return new Generations(provider(account)).draft(model, parameters);
    }

    /** What a job for a model is called: its own words, else its first file, else the model, so that those of one batch differ. */
    public static String titleOf(Account account, String model, Map<String, String> parameters) {
        return models(account.service()).stream().filter(m -> m.id().equals(model)).findFirst()
                .flatMap(m -> Generations.called(m, parameters)).orElse(model);
    }

    /** The files among the parameters of a job for a model. */
    public List<Path> files(Account account, String model, Map<String, String> parameters) throws FailedException {
        return draft(account, model, parameters).route().map(Route::files).orElse(List.of());
    }

    /**
     * The address that a delivery ended with, to be copied; empty when it has none.
     */
    public static Optional<String> address(Task task) {
        return task.kind().equals(DeliveryKind.ID)
                ? task.outcome().notes().stream().filter(n -> n.key().equals(DeliveryKind.PUBLISHED_KEY))
                        .map(n -> n.arguments().getFirst())
                        .findFirst()
                : Optional.empty();
    }

    /** The note that says what a task cost, with the amount as its only argument. */
    public static Optional<Text> cost(Task task) {
        return task.outcome().notes().stream().filter(note -> RemoteKind.COST_KEYS.contains(note.key()))
                .reduce((_, last) -> last);
    }

    /** The id of the account that does a task, or that a delivery goes to; empty for what stays on this computer. */
    public static Optional<String> accountOf(Task task) {
        return switch (task.kind()) {
            case RemoteKind.ID -> Errand.understood(task.asked().recipe()).map(Errand::account);
            case DeliveryKind.ID -> Destination.understood(task.asked().recipe())
                    .filter(Destination.Remote.class::isInstance).map(to -> ((Destination.Remote) to).account());
            default -> Optional.empty();
        };
    }

    /** The recipe of a task as it is written, wherever it is done; empty for what has none. */
    public static Optional<String> recipeOf(Task task) {
        return switch (task.kind()) {
            case RemoteKind.ID -> Errand.understood(task.asked().recipe()).map(Errand::what)
                    .filter(Errand.Recipe.class::isInstance).map(what -> ((Errand.Recipe) what).json());
            case DeliveryKind.ID -> Optional.empty();
            default -> Optional.of(task.asked().recipe());
        };
    }

    /** The model that makes what a task asks for; empty for all that is no generation. */
    public static Optional<String> modelOf(Task task) {
        return task.kind().equals(RemoteKind.ID)
                ? Errand.understood(task.asked().recipe()).map(Errand::what).filter(Errand.Generation.class::isInstance)
                        .map(what -> ((Errand.Generation) what).model())
                : Optional.empty();
    }

    /** Whether a task makes something out of words alone, so that its only input is the folder that it goes to. */
    public static boolean isOfWords(Task task) {
        return modelOf(task).isPresent()
                && task.asked().inputs().stream().allMatch(in -> in.bytes() == 0 && in.modifiedMs() == 0);
    }

    /** What a service makes out of words, sounds and pictures; empty for most. */
    public static List<Model> models(Service service) {
        return Providers.of(service).map(Provider::models).orElse(List.of());
    }

    /** Whether a task only brings a finished file somewhere. */
    public static boolean isDelivery(Task task) {
        return task.kind().equals(DeliveryKind.ID);
    }

    /** Whether files can be put with a service to stay there. */
    public static boolean keepsFiles(Service service) {
        return service == Service.S3 || Providers.of(service).flatMap(Provider::store).isPresent();
    }

    /** What a service asks for each file that it keeps; empty where nothing is known to be asked. */
    public static Optional<Cost> costOfKeeping(Service service) {
        return Providers.of(service).flatMap(Provider::store).flatMap(store -> store.intake().each());
    }

    /** The same of a place, in words. */
    public Optional<Text> costOfKeeping(Destination place) throws FailedException {
        return place instanceof Destination.Remote(String id, Service service, var _) && costOfKeeping(service).isPresent()
                ? Optional.of(CloudWords.COST_OF_KEEPING.with(accounts.get(id).name(), costOfKeeping(service).get()))
                : Optional.empty();
    }

    /** Whether a service does work. */
    public static boolean works(Service service) {
        return Providers.of(service).isPresent();
    }

    /** In what an account's service counts. */
    public static Cost.Unit unit(Service service) {
        return service == Service.RELAYSTATION ? Cost.Unit.DOLLARS : Cost.Unit.CREDITS;
    }

    /** What was spent. */
    public Spending spending() {
        return bench.spending();
    }

    // ---- What was sent ----

    /** Tasks that were sent and are not over, also those of programs that ended since. */
    public List<RemoteBench.Underway> underway() throws FailedException {
        return bench.underway();
    }

    /** What can be found out of a task whose answer was lost. */
    public Text check(Task task) throws FailedException {
        Account account = accounts.get(accountOf(task).orElseThrow());
        if (task.kind().equals(DeliveryKind.ID)) {
            return CloudWords.CANNOT_ASK_STORE.with(account.name());
        } else if (provider(account).idempotency() instanceof Idempotency.Key) {
            return CloudWords.SAFE_TO_RETRY.with(account.name());
        }
        return bench.step(task.id()).map(step -> CloudWords.CANNOT_ASK_STEP.with(account.name(), step))
                .orElseGet(() -> CloudWords.CANNOT_ASK.with(account.name()));
    }

    /** A task whose answer was lost may be sent once more; whoever calls this also has it run again. */
    public void permit(String task) throws FailedException {
        bench.permit(task);
    }

    /** Listens to the queue: what is given up is forgotten. What is only taken off the list may be put back. */
    public void hear(TaskEvent event) {
        switch (event) {
            case TaskEvent.Changed(Task task) when isOurs(task) && task.state() == TaskState.CANCELLED -> bench.forget(task.id());
            case TaskEvent.Changed(Task task) when task.kind().equals(DeliveryKind.ID) && task.state() == TaskState.CANCELLED ->
                delivery.forget(task);
            default -> {
                // nothing of ours
            }
        }
    }

    private static boolean isOurs(Task task) {
        return task.kind().equals(RemoteKind.ID);
    }

    /** After a start: what belongs to no task that may still run is forgotten. */
    public void settle(Collection<Task> tasks) throws FailedException {
        Set<String> alive = tasks.stream().filter(t -> t.state() != TaskState.CANCELLED && t.state() != TaskState.DONE)
                .map(Task::id)
                .collect(Collectors.toSet());
        bench.known().stream().filter(id -> !alive.contains(id)).forEach(bench::forget);
    }

    @Override
    public void close() {
        world.http().close();
    }
}
