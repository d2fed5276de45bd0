package io.reelbench.engine;

import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.deliver.DeliveryKind;
import io.reelbench.engine.cloud.deliver.Destination;
import io.reelbench.engine.cloud.task.Errand;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.ffmpeg.Binaries;
import io.reelbench.engine.ffmpeg.CapabilityReader;
import io.reelbench.engine.ffmpeg.DeviceFacts;
import io.reelbench.engine.ffmpeg.DeviceTrials;
import io.reelbench.engine.ffmpeg.ExitReason;
import io.reelbench.engine.ffmpeg.FfmpegRunner;
import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.ffmpeg.OwnPrograms;
import io.reelbench.engine.ffmpeg.ProbePool;
import io.reelbench.engine.ffmpeg.PieceCounts;
import io.reelbench.engine.ffmpeg.Prober;
import io.reelbench.engine.ffmpeg.Ran;
import io.reelbench.engine.ffmpeg.Runner;
import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.gather.Gatherer;
import io.reelbench.engine.local.Asides;
import io.reelbench.engine.local.BatchNames;
import io.reelbench.engine.local.Clips;
import io.reelbench.engine.local.CommandLines;
import io.reelbench.engine.local.Crowd;
import io.reelbench.engine.local.LocalKind;
import io.reelbench.engine.local.PastFile;
import io.reelbench.engine.local.PieceCounting;
import io.reelbench.engine.local.Planning;
import io.reelbench.engine.local.Tails;
import io.reelbench.engine.local.Targets;
import io.reelbench.engine.local.WishReader;
import io.reelbench.engine.local.Workbench;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.output.Placer;
import io.reelbench.engine.output.Verifier;
import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.preview.DecodedPreviews;
import io.reelbench.engine.preview.Previews;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.report.Findings;
import io.reelbench.engine.queue.AppLock;
import io.reelbench.engine.queue.Archive;
import io.reelbench.engine.queue.NewTask;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Reaper;
import io.reelbench.engine.queue.Scheduler;
import io.reelbench.engine.queue.Settings;
import io.reelbench.engine.queue.Spot;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.queue.TaskStore;
import io.reelbench.engine.reuse.Results;
import io.reelbench.engine.settings.Preferences;
import io.reelbench.engine.settings.SettingsFile;
import io.reelbench.engine.watch.WatchList;
import io.reelbench.engine.watch.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The one door: looks at files, plans, explains, and runs the queue. Safe for any thread; what reads files or waits for the disk blocks
 * the caller, so a window calls those from threads of its own.
 */
public final class Engine implements AutoCloseable {

    /** Whose queue it works on. */
    public enum Mode {
        /** The user's lasting queue; only one program at a time can have it. */
        OWN_QUEUE,
        /** One that is forgotten when the engine closes: what the command line uses. */
        THROW_AWAY
    }

    private final Catalog catalog = new Catalog();
    private final RecipeReader recipes = new RecipeReader(catalog);
    private final WishReader wishes = new WishReader();
    private final Presets presets;
    private final Settled settled;
    private final Places places;
    private final Optional<AppLock> lock;
    private final Launcher launcher;
    private final Runner runner;
    private final Capabilities capabilities;
    private final ProbePool probes;
    private final Clips clips;
    private final DecodedPreviews previews;
    private final PastFile past;
    private final Planning planning;
    private final Asides asides;
    private final Trying trying;
    private final Comparing comparing;
    private final Results results;
    private final TaskStore store;
    private final Awake awake;
    private final Cloud cloud;
    private final Scheduler scheduler;
    private final Publishing publishing;
    private final TaskMarks followed;
    private final WatchList watchList;
    private final Optional<Watcher> watcher;

    private Engine(Settled settled, Optional<AppLock> lock, Launcher launcher, StoreOpening opening, Optional<Settings> settings,
            UnaryOperator<Runner> around, Cloud.World world) throws FailedException, InterruptedException {
        this.settled = settled;
        this.places = settled.places();
        this.presets = new Presets(recipes, places.config());
        this.lock = lock;
        this.launcher = launcher;
        Binaries binaries = settled.programs(launcher);
        this.runner = around.apply(new FfmpegRunner(binaries, launcher));
        CapabilityReader.Said said = new CapabilityReader(binaries, launcher, places.cache()).read();
        this.capabilities = said.can();
        Prober prober = new Prober(binaries, launcher);
        this.probes = new ProbePool(prober);
        this.clips = new Clips(reader(prober));
        DeviceTrials devices = new DeviceTrials(binaries.id(), said,
                new FfmpegRunner(binaries, launcher, DeviceTrials.PATIENCE), places.cache(), new DeviceFacts(),
                InstantSource.system());
        this.past = new PastFile(places.data());
        this.planning = new Planning(clips, capabilities, devices::tried, past::past);
        Verifier verifier = new Verifier(prober::probe, new Tails(runner, places.cache()));
        this.results = new Results(Version.build() + " " + binaries.id(), places.data(), places.cache(), settled.results());
        Workbench bench = new Workbench(clips, planning, recipes, runner, binaries.ffmpeg(), verifier, new Placer(),
                places.cache().resolve("scratch"), Engine::diagnosis, new Crowd(), past, new PieceCounts(binaries, launcher)::of,
                results);
        this.asides = new Asides(bench);
        this.trying = new Trying(planning, asides);
        this.comparing = new Comparing(clips, planning);
        asides.sweep();
        this.store = opening.store();
        Path sent = places.data().resolve("elsewhere").resolve(lock.isPresent() ? "queue" : "once");
        this.cloud = new Cloud(world,
                new Cloud.Ours(places.config(), sent, clips, planning, recipes, catalog, verifier, new Placer(), results,
                        new PieceCounting(bench.counting())),
                this::madeByTheSameBatch, this::tasks);
        List<TaskKind> kinds = new ArrayList<>(List.of(new LocalKind(bench, this::madeByTheSameBatch)));
        kinds.addAll(cloud.kinds());
        this.scheduler = new Scheduler(store, kinds,
                settings.orElseGet(() -> Settings.USUAL.withSlots(settled.file().now().work().tasks())), InstantSource.system(),
                Reaper.ofThisSystem());
        this.followed = new TaskMarks(sent.resolve("followed.txt"));
        this.publishing = new Publishing(cloud, sent, task -> request(task).recipe(), scheduler::add);
        if (lock.isPresent()) {
            cloud.settle(scheduler.tasks());
            publishing.settle(scheduler.tasks());
            followed.retain(scheduler.tasks().stream().map(Task::id).toList());
        }
        scheduler.listen(cloud::hear);
        scheduler.listen(publishing::hear);
        this.awake = new Awake(Awake.ofThisSystem(), () -> settled.file().now().work().keepAwake());
        scheduler.listen(awake::hear);
        scheduler.start();
        Preferences chosen = settled.file().now();
        this.previews = new DecodedPreviews(launcher, places.cache(), chosen.disk().cacheLimit().count(),
                chosen.tools().frames().count());
        settled.follow(scheduler::slots, previews, awake::settle);
        this.watchList = new WatchList(places.config(), recipes, presets::find);
        this.watcher = lock.isPresent()
                ? Optional.of(Watcher.open(watchList, places.data(), new WatchHands(this), InstantSource.system()))
                : Optional.empty();
        watcher.ifPresent(Watcher::start);
        if (lock.isPresent()) {
            Thread.startVirtualThread(presets::groups); // a window shows them before long
        }
    }

    /**
     * @throws FailedException when another program has the queue, the folders cannot be written, or ffmpeg does not start
     */
    public static Engine open(Places places, Mode mode) throws FailedException, InterruptedException {
        return open(places, mode, Optional.empty(), UnaryOperator.identity(), Cloud.World.usual());
    }

    /** The same with another number of slots, for measuring. */
    public static Engine open(Places places, Mode mode, Settings settings) throws FailedException, InterruptedException {
        return open(places, mode, Optional.of(settings), UnaryOperator.identity(), Cloud.World.usual());
    }

    /** The same with something between it and ffmpeg, for measuring. */
    static Engine open(Places places, Mode mode, Settings settings, UnaryOperator<Runner> around)
            throws FailedException, InterruptedException {
        return open(places, mode, Optional.of(settings), around, Cloud.World.usual());
    }

    /** The same with another world around it, for trying. */
    static Engine open(Places places, Mode mode, Settings settings, UnaryOperator<Runner> around, Cloud.World world)
            throws FailedException, InterruptedException {
        return open(places, mode, Optional.of(settings), around, world);
    }

    private static Engine open(Places places, Mode mode, Optional<Settings> settings, UnaryOperator<Runner> around,
            Cloud.World world)
            throws FailedException, InterruptedException {
        Logs.into(places.logs());
        Settled settled = new Settled(places);
        Optional<AppLock> lock = mode == Mode.OWN_QUEUE ? Optional.of(locked(places.data())) : Optional.empty();
        Launcher launcher = new Launcher();
        StoreOpening store = lock.isPresent() ? StoreOpening.of(settled.places().data()) : StoreOpening.inMemory();
        try {
            return new Engine(settled, lock, launcher, store, settings, around, world);
        } catch (FailedException | InterruptedException | RuntimeException e) {
            launcher.close();
            store.abandon();
            release(lock);
            throw e;
        }
    }

    private static AppLock locked(Path data) throws FailedException {
        try {
            return AppLock.take(data).orElseThrow(() -> new FailedException(new Failure.Busy(data.toString())));
        } catch (IOException e) {
            throw Faults.writing(data, e);
        }
    }

    private static void release(Optional<AppLock> lock) {
        lock.ifPresent(held -> {
            try {
                held.close();
            } catch (IOException e) {
                // the system lets go of it when the program ends
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Clips.Reader reader(Prober prober) {
        return new Clips.Reader() {
            @Override
            public Media probe(Path file) throws FailedException, InterruptedException {
                return prober.probe(file);
            }

            @Override
            public Media with(Media media, Fact fact) throws FailedException, InterruptedException {
                return prober.with(media, fact);
            }
        };
    }

    private static Failure diagnosis(Ran ran, Path clip, Path folder) {
        return ExitReason.of(ran, clip.getFileName().toString(), folder.toString());
    }

    private boolean madeByTheSameBatch(Task task, Path made) {
        return scheduler.tasks().stream().filter(t -> t.batch().equals(task.batch()) && !t.id().equals(task.id()))
                .anyMatch(t -> t.outcome().results().stream().anyMatch(r -> r.file().equals(made)));
    }

    /** Where it keeps what is its own. */
    public Places places() {
        return places;
    }

    /** What a person has chosen once for the whole program. */
    public SettingsFile settings() {
        return settled.file();
    }

    /** Whether programs that a person would use instead of ours can be used; starts them for a moment. */
    public OwnFfmpeg look(Path ffmpeg) throws InterruptedException {
        OwnPrograms.Looked looked = Binaries.chosen(ffmpeg, launcher);
        return new OwnFfmpeg(looked.version(), looked.why());
    }

    public Catalog catalog() {
        return catalog;
    }

    public RecipeReader recipes() {
        return recipes;
    }

    /** Recipes that are kept. */
    public Presets presets() {
        return presets;
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    /** The clips that files and folders stand for: files as they are, folders with the media files in them and below. */
    public Gathered gather(List<Path> inputs) {
        return new Gatherer(Path.of(""), true).gather(inputs);
    }

    /** Starts what pictures are decoded with, so that the first one does not wait for it. Returns at once. */
    public void warm() {
        previews.warm();
    }

    /** What a file is. */
    public Media probe(Path file) throws FailedException, InterruptedException {
        return clips.probe(file);
    }

    /** What several files are, in their order; fails with the first that cannot be read. */
    public List<Media> probe(List<Path> files) throws FailedException, InterruptedException {
        return clips.probe(files);
    }

    /** The same for many files, two or three at once; {@code each} is told as results come, from threads of the engine. Returns when all are told. */
    public void probe(List<Path> files, Consumer<Probed> each) throws InterruptedException {
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (Path file : files) {
            told.add(probes.probe(file).thenAccept(outcome -> each.accept(probed(file, outcome))));
        }
        try {
            CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Probed probed(Path file, ProbePool.Outcome outcome) {
        return switch (outcome) {
            case ProbePool.Outcome.Understood(Media media) -> {
                clips.keep(media);
                yield new Probed(file, Optional.of(media), Optional.empty());
            }
            case ProbePool.Outcome.Failed(Failure failure) -> new Probed(file, Optional.empty(), Optional.of(failure));
        };
    }

    /** How a recipe would be done to a clip; reads what the plan must know, runs nothing. */
    public Planned plan(Recipe recipe, Media media) throws FailedException, InterruptedException {
        return planning.plan(recipe, media);
    }

    /** How a recipe that joins would be done to several clips. */
    public Planned plan(Recipe recipe, List<Media> clips) throws FailedException, InterruptedException {
        return plan(recipe, clips, Set.of());
    }

    /** The same where a person has allowed parts of a written command for this one run. */
    public Planned plan(Recipe recipe, List<Media> clips, Set<String> allowed) throws FailedException, InterruptedException {
        return planning.plan(recipe, clips, allowed);
    }

    /** What was done on this machine so far, for estimates of plans that were made earlier. */
    public Past past() {
        return past.past();
    }

    /** The commands of a plan as a person could type them, in order; {@code output} stands for the first product. */
    public List<String> commands(Plan plan, Path output) {
        return CommandLines.of(plan, output);
    }

    /** The files that a plan would make if nothing of their names were there, one for each product. */
    public List<Path> outputs(Request request, Plan plan) {
        return Targets.of(place(request, new Names.Turn(1, 1, LocalDateTime.now())), request.clip(), request.recipe(), plan);
    }

    /**
     * The files that each request would make if all were submitted now, in this order: outputs of the same name are told apart, also from
     * what is there when that is to be kept. Looks at files.
     *
     * @param plans of the requests, in order; one without a plan makes none
     */
    public List<List<Path>> outputs(List<Request> requests, List<Optional<Plan>> plans) {
        BatchNames names = new BatchNames(asked(requests));
        for (int i = 0; i < plans.size(); i++) {
            int index = i;
            plans.get(i).ifPresent(plan -> names.know(index, plan));
        }
        return names.files();
    }

    private static List<BatchNames.Asked> asked(List<Request> requests) {
        LocalDateTime now = LocalDateTime.now();
        List<BatchNames.Asked> all = new ArrayList<>();
        for (Request request : requests) {
            Names.Turn turn = new Names.Turn(all.size() + 1, requests.size(), now);
            all.add(new BatchNames.Asked(request.clips().stream().map(c -> c.toAbsolutePath().normalize()).toList(),
                    request.recipe(), place(request, turn)));
        }
        return all;
    }

    private static Place place(Request request, Names.Turn turn) {
        return new Place(request.wish().fixed(turn), request.below(), 1, request.allowed(), request.fresh(),
                request.then());
    }

    /** Pictures of clips and of what plans make of them, for windows. A process of its own makes them; it starts when first needed. */
    public Previews previews() {
        return previews;
    }

    /**
     * Runs a short plan at once and beside the queue, to look at what comes of it. Returns at once; cancelling the future stops it.
     *
     * @param progress told how far it is, 0 to 1, from another thread
     */
    public CompletableFuture<Tried> tryOut(Plan plan, DoubleConsumer progress) {
        return trying.run(plan, progress);
    }

    /**
     * Looks for changes of scene, black and silence in a clip, beside the queue. Plans first, which may block for a moment; cancelling the
     * future stops it.
     *
     * @param progress told how far it is, 0 to 1, from another thread
     */
    public CompletableFuture<Findings> find(Media clip, DoubleConsumer progress) {
        return trying.find(clip, progress);
    }

    /**
     * Adds one task for each request, in this order, and returns when they are safe. They are one batch, and the names of their outputs
     * are settled.
     */
    public List<Task> submit(List<Request> requests) throws FailedException, InterruptedException {
        checkGoals(requests);
        String batch = freshBatch();
        List<NewTask> asked = new ArrayList<>();
        // one recipe and one wish for thousands of clips: written once each
        Map<Recipe, String> written = new IdentityHashMap<>();
        Map<Place, String> wished = new HashMap<>();
        List<Place> places = places(requests);
        for (Request request : requests) {
            String recipe = written.computeIfAbsent(request.recipe(), recipes::write);
            String wish = wished.computeIfAbsent(places.get(asked.size()), wishes::write);
            asked.add(task(batch, request, recipe, wish));
        }
        return scheduler.add(asked);
    }

    private List<Place> places(List<Request> requests) throws InterruptedException {
        BatchNames names = new BatchNames(asked(requests));
        // the same clip many times over is planned once
        Request last = null;
        Optional<Plan> plan = Optional.empty();
        for (int index : names.doubtful()) {
            Request request = requests.get(index);
            boolean same = last != null && last.clips().equals(request.clips()) && last.recipe() == request.recipe();
            plan = same ? plan : planned(request);
            plan.ifPresent(known -> names.know(index, known));
            last = request;
        }
        return names.places();
    }

    /** Empty when it cannot be planned; its task will say why. */
    private Optional<Plan> planned(Request request) throws InterruptedException {
        try {
            return planning.plan(request.recipe(), clips.probe(request.clips()), request.allowed()).plan();
        } catch (FailedException toldByTheTask) {
            return Optional.empty();
        }
    }

    private static NewTask task(String batch, Request request, String recipe, String wish) throws FailedException {
        List<Task.Input> inputs = new ArrayList<>();
        for (Path clip : request.clips()) {
            inputs.add(input(clip.toAbsolutePath().normalize()));
        }
        String first = inputs.getFirst().file().getFileName().toString();
        String name = inputs.size() == 1 ? first : first + " + " + (inputs.size() - 1);
        return new NewTask(batch, LocalKind.ID, name, recipe, inputs, wish, request.priority());
    }

    private static Task.Input input(Path clip) throws FailedException {
        try {
            return new Task.Input(clip, Files.size(clip), Files.getLastModifiedTime(clip).toMillis());
        } catch (IOException e) {
            throw new FailedException(new Failure.Missing(clip.toString()), e);
        }
    }

    /** Accounts, work elsewhere and what it costs. */
    public Cloud cloud() {
        return cloud;
    }

    /** The same as {@link #submit(List)}, done by an account's service instead of this machine. */
    public List<Task> submit(List<Request> requests, Account on) throws FailedException, InterruptedException {
        checkGoals(requests);
        String batch = freshBatch();
        List<NewTask> asked = new ArrayList<>();
        List<Place> places = places(requests);
        for (Request request : requests) {
            Errand errand = Errand.of(on, new Errand.Recipe(recipes.write(request.recipe())));
            NewTask here = task(batch, request, errand.write(), wishes.write(places.get(asked.size())));
            asked.add(new NewTask(batch, RemoteKind.ID, here.name(), here.recipe(), here.inputs(), here.wish(), here.priority()));
        }
        return scheduler.add(asked);
    }

    /** An account that is not here is told before anything runs. */
    private void checkGoals(List<Request> requests) throws FailedException {
        Recipe last = null;
        for (Request request : requests) {
            if (request.recipe() != last) {
                publishing.check(request.recipe());
                last = request.recipe();
            }
        }
    }

    /**
     * What whoever asked for a task does with its outputs, also where an earlier run of the program was asked; empty for nothing, and once
     * it is {@link #followed}.
     */
    public Optional<String> then(Task task) {
        try {
            boolean asks = task.kind().equals(LocalKind.ID) && task.asked().wish().contains("\"then\"");
            return asks && !followed.has(task.id())
                    ? Optional.of(wishes.read(task.asked().wish()).then()).filter(what -> !what.isEmpty())
                    : Optional.empty();
        } catch (FailedException unreadable) {
            return Optional.empty(); // the task itself says so
        }
    }

    /** It was done, and is not to be done again. */
    public void followed(Task task) {
        followed.keep(task.id());
    }

    /** How many deliveries come of a task that is over, because its recipe asks for them; each is a task whose batch is this one's id. */
    public int deliveries(Task task) throws FailedException {
        return publishing.count(task);
    }

    /** Adds a delivery for each finished file. */
    public List<Task> deliver(List<Path> files, Destination to) throws FailedException {
        String batch = freshBatch();
        List<NewTask> asked = new ArrayList<>();
        for (Path file : files) {
            Path whole = file.toAbsolutePath().normalize();
            asked.add(new NewTask(batch, DeliveryKind.ID, whole.getFileName().toString(), to.write(), List.of(input(whole)), "{}",
                    Priority.NORMAL));
        }
        return scheduler.add(asked);
    }

    /**
     * Adds one task for each set of parameters of a model.
     *
     * @param place of what it makes; a folder must be wished where no file is given
     */
    public List<Task> generate(Account on, String model, List<Map<String, String>> jobs, OutputWish wish) throws FailedException {
        String batch = freshBatch();
        List<NewTask> asked = new ArrayList<>();
        for (Map<String, String> parameters : jobs) {
            Errand errand = Errand.of(on, new Errand.Generation(model, parameters));
            String title = Cloud.titleOf(on, model, parameters);
            int number = 1 + (int) asked.stream().filter(other -> other.name().equals(title)).count();
            String json = wishes.write(new Place(wish, Place.NOWHERE_BELOW, number));
            asked.add(new NewTask(batch, RemoteKind.ID, title, errand.write(),
                    inputs(cloud.files(on, model, parameters), wish), json, Priority.NORMAL));
        }
        return scheduler.add(asked);
    }

    /** The files that something is made of; where it is made of words alone, the folder that it goes to stands for them. */
    private static List<Task.Input> inputs(List<Path> files, OutputWish wish) throws FailedException {
        List<Task.Input> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(input(file));
        }
        Path folder = wish.to().orElse(Path.of("")).toAbsolutePath().normalize();
        return inputs.isEmpty() ? List.of(new Task.Input(folder, 0, 0)) : List.copyOf(inputs);
    }

    /** Sends a task again whose answer was lost; it may then be done twice. */
    public CompletableFuture<Void> sendAgain(String id) throws FailedException {
        cloud.permit(id);
        return scheduler.retry(List.of(id));
    }

    private static String freshBatch() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** What a task asks for, to ask for it again or otherwise. */
    public Request request(Task task) throws FailedException {
        String json = task.asked().recipe();
        if (task.kind().equals(RemoteKind.ID) && Errand.read(json).what() instanceof Errand.Recipe(String inside)) {
            json = inside;
        }
        Recipe recipe = recipes.read(json).value()
                .orElseThrow(() -> new FailedException(new Failure.Internal("the stored recipe cannot be read")));
        Place place = wishes.read(task.asked().wish());
        return new Request(task.asked().inputs().stream().map(Task.Input::file).toList(), place.below(), recipe, place.wish(),
                task.priority(), Set.of(), place.fresh());
    }

    /** The clip of a task beside the first file that it made. Reads both, and plans again to know which moments belong together. */
    public Comparison compare(Task task) throws FailedException, InterruptedException {
        return comparing.of(task, request(task));
    }

    /**
     * Asks for the same as a task once more, by whoever did it.
     *
     * @param change of what is asked; deliveries and what models make are asked for as they were
     */
    public List<Task> again(Task task, UnaryOperator<Request> change) throws FailedException, InterruptedException {
        if (Cloud.recipeOf(task).isEmpty()) {
            List<Task.Input> inputs = new ArrayList<>();
            for (Task.Input old : task.asked().inputs()) {
                inputs.add(Files.isDirectory(old.file()) ? old : input(old.file()));
            }
            return scheduler.add(List.of(new NewTask(freshBatch(), task.kind(), task.name(), task.asked().recipe(), inputs,
                    task.asked().wish(), task.priority())));
        }
        List<Request> one = List.of(change.apply(request(task)));
        Optional<String> account = Cloud.accountOf(task);
        return account.isPresent() ? submit(one, cloud.account(account.get())) : submit(one);
    }

    /**
     * Makes a file out of nothing with the bundled ffmpeg, for samples.
     *
     * @param arguments inputs, filters and codecs, without the program and without the output
     */
    public void generate(List<String> arguments, Path to) throws FailedException, InterruptedException {
        generate(arguments, to, _ -> {
        });
    }

    /**
     * The same, and says how far it is.
     *
     * @param madeUs told of the length that is made so far, in microseconds, from another thread
     */
    public void generate(List<String> arguments, Path to, LongConsumer madeUs) throws FailedException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-y", "-loglevel", "level+warning", "-nostats"));
        all.addAll(arguments);
        all.add("file:" + to.toAbsolutePath());
        try {
            Files.createDirectories(places.cache());
            Ran ran = runner.start(all, places.cache(), progress -> progress.outUs().ifPresent(madeUs)).await();
            if (!ran.ended()) {
                throw new FailedException(diagnosis(ran, to, to.toAbsolutePath().getParent()));
            }
        } catch (IOException e) {
            throw Faults.writing(to.toAbsolutePath().getParent(), e);
        }
    }

    /** All tasks, in their order. */
    public List<Task> tasks() {
        return scheduler.tasks();
    }

    public Optional<Task> task(String id) {
        return scheduler.task(id);
    }

    /** What was made of what, so that the same is not made twice. */
    public Results results() {
        return results;
    }

    /** The folders that are watched. */
    public WatchList watchList() {
        return watchList;
    }

    /** Who watches them; only with a lasting queue. */
    public Optional<Watcher> watcher() {
        return watcher;
    }

    /** All tasks there ever were; nothing for a queue that is thrown away. */
    public Archive archive() {
        return store.archive();
    }

    /** The listener is called on one thread for all events, in order, and must be quick. */
    public Pin listen(Consumer<TaskEvent> listener) {
        return scheduler.listen(listener);
    }

    /** Something that a person must know and that is no single task's failure, such as a queue that cannot be written. */
    public Optional<Text> trouble() {
        return scheduler.trouble();
    }

    /** What a person should know of how the queue was opened, such as tasks that came back from its journal. */
    public List<Text> openingTroubles() {
        return Stream.concat(settled.troubles().stream(), scheduler.openingTroubles().stream()).toList();
    }

    public boolean isHeld() {
        return scheduler.isHeld();
    }

    public CompletableFuture<Void> pauseAll() {
        return scheduler.pauseAll();
    }

    public CompletableFuture<Void> resumeAll() {
        return scheduler.resumeAll();
    }

    public CompletableFuture<Void> pause(Collection<String> ids) {
        return scheduler.pause(ids);
    }

    public CompletableFuture<Void> resume(Collection<String> ids) {
        return scheduler.resume(ids);
    }

    public CompletableFuture<Void> cancel(Collection<String> ids) {
        return scheduler.cancel(ids);
    }

    public CompletableFuture<Void> retry(Collection<String> ids) {
        return scheduler.retry(ids);
    }

    public CompletableFuture<Void> prioritise(Collection<String> ids, Priority priority) {
        return scheduler.prioritise(ids, priority);
    }

    public CompletableFuture<Void> move(Collection<String> ids, Spot spot) {
        return scheduler.move(ids, spot);
    }

    public CompletableFuture<Void> remove(Collection<String> ids) {
        return scheduler.remove(ids);
    }

    /** Puts tasks back that were removed, as they were. */
    public CompletableFuture<Void> putBack(Collection<Task> tasks) {
        return scheduler.putBack(tasks);
    }

    public CompletableFuture<Void> clearDone() {
        return scheduler.clearDone();
    }

    /** Stops what runs, writes what waits, and lets go, in this order. Tasks that ran are run again at the next start of a lasting queue. */
    @Override
    public void close() {
        try {
            watcher.ifPresent(Watcher::close);
            scheduler.close();
        } catch (CompletionException e) {
            throw new IllegalStateException(e);
        } finally {
            awake.close();
            results.close();
            settled.close();
            asides.close();
            previews.close();
            probes.close();
            launcher.close();
            cloud.close();
            release(lock);
        }
    }
}
