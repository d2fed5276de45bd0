package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.cloud.provider.Call;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.cloud.provider.Generations;
import io.reelbench.engine.cloud.provider.Provider;
import io.reelbench.engine.cloud.provider.Providers;
import io.reelbench.engine.cloud.provider.Route;
import io.reelbench.engine.cloud.wire.Gate;
import io.reelbench.engine.local.Targets;
import io.reelbench.engine.local.WishReader;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Folder;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.output.SafeName;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.plan.Product;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Lane;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import io.reelbench.engine.reuse.Earlier;
import io.reelbench.engine.reuse.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Tasks that an account's service does: plan here → say it in its words → check its limits → send → fetch → verify → place. */
public final class RemoteKind implements TaskKind {

    public static final String ID = "remote";
    /** Of the notes that hold what a task cost as their only argument. */
    public static final Set<String> COST_KEYS = Set.of(TaskWords.COST.key(), TaskWords.COST_ABOUT.key());

    private final RemoteBench bench;
    private final WishReader wishes = new WishReader();
    private final BiPredicate<Task, Path> sameBatch;

    /** @param sameBatch whether a file was made by another task of the same batch: such files are never replaced */
    public RemoteKind(RemoteBench bench, BiPredicate<Task, Path> sameBatch) {
        this.bench = bench;
        this.sameBatch = sameBatch;
    }

    @Override
    public String id() {
        return ID;
    }

    /** One for each account, with as many slots as its service gives. */
    @Override
    public Lane lane(Task task) {
        Optional<Errand> errand = Errand.understood(task.asked().recipe());
        int slots = errand.map(Errand::service).flatMap(Providers::of).map(p -> p.limits().atOnce()).orElse(1);
        return Lane.of(ID + ":" + errand.map(Errand::account).orElse(""), slots);
    }

    /**
     * A task as it would be sent.
     *
     * @param plan for this machine, for names; its only product is what comes back
     */
    public record Drafted(Account account, Provider provider, Optional<Route> route, Optional<Plan> plan,
            List<Problem> problems) {
    }

    /** Says a recipe in the words of an account's service. Nothing is sent. */
    public Drafted draft(Account account, Recipe recipe, List<Media> clips) throws FailedException, InterruptedException {
        Provider provider = provider(account.service());
        Planned planned = bench.planning().plan(recipe, clips, Set.of());
        if (planned.plan().isEmpty()) {
            return new Drafted(account, provider, Optional.empty(), Optional.empty(), planned.problems());
        }
        Plan plan = planned.plan().get();
        Drafting.Drafted drafted = bench.drafting().draft(provider, recipe, clips, plan,
                some -> bench.planning().plan(some, clips, Set.of()));
        List<Problem> problems = new ArrayList<>(planned.problems());
        problems.addAll(drafted.problems());
        Optional<Plan> named = drafted.route().map(route -> with(plan, new Product(route.extension(), "", route.expect())));
        return new Drafted(account, provider, drafted.route(), named, List.copyOf(problems));
    }

    private static Plan with(Plan plan, Product product) {
        return new Plan(plan.sources(), plan.steps(), List.of(product), plan.explanation(), plan.estimate(), plan.glimpse(),
                plan.zones());
    }

    private static Provider provider(Service service) throws FailedException {
        return Providers.of(service).orElseThrow(() -> new FailedException(new Failure.NoAccount(service.title())));
    }

    private Recipe recipe(String json) throws FailedException {
        return bench.recipes().read(json).value()
                .orElseThrow(() -> new FailedException(new Failure.Internal("a stored recipe cannot be read")));
    }

    @Override
    public Prepared prepare(Task task) throws FailedException, InterruptedException {
        Errand errand = Errand.read(task.asked().recipe());
        Account account = bench.accounts().get(errand.account());
        Place place = wishes.read(task.asked().wish());
        List<Path> clips = task.asked().inputs().stream().map(Task.Input::file).toList();
        return switch (errand.what()) {
            case Errand.Recipe(String json) -> {
                Recipe recipe = recipe(json);
                List<Media> media = new ArrayList<>();
                List<InputStamp> stamps = new ArrayList<>();
                for (Path clip : clips) {
                    media.add(bench.clips().probe(clip));
                    stamps.add(InputStamp.take(clip));
                }
                Drafted drafted = draft(account, recipe, media);
                Route route = drafted.route()
                        .orElseThrow(() -> new FailedException(new Failure.Invalid(task.name(), drafted.problems())));
                Path target = Targets.of(place, clips.getFirst(), recipe, drafted.plan().orElseThrow()).getFirst();
                yield prepared(task, errand, drafted.provider(), account, route, target, place.wish(), stamps);
            }
            case Errand.Generation(String model, var parameters) -> {
                Provider provider = provider(account.service());
                Drafting.Drafted drafted = new Generations(provider).draft(model, parameters);
                Route route = drafted.route()
                        .orElseThrow(() -> new FailedException(new Failure.Invalid(task.name(), drafted.problems())));
                Path target = target(place, route, model, task.name());
                List<InputStamp> stamps = new ArrayList<>();
                for (Path file : route.files()) {
                    stamps.add(InputStamp.take(file));
                }
                yield prepared(task, errand, provider, account, route, target, place.wish(), stamps);
            }
        };
    }

    private Prepared prepared(Task task, Errand errand, Provider provider, Account account, Route route, Path target,
            OutputWish wish,
            List<InputStamp> stamps) throws FailedException, InterruptedException {
        List<Path> read = Stream
                .concat(task.asked().inputs().stream().map(Task.Input::file), route.files().stream())
                .distinct().toList();
        Rules rules = new Rules(wish.ifExists(), read, made -> sameBatch.test(task, made));
        boolean folder = new Product(route.extension(), "", route.expect()).isFolder();
        if (!rules.wants(target, folder) && wish.ifExists() == IfExists.SKIP) {
            return new Unwanted(List.of(target));
        }
        Folder.ready(target.getParent());
        boolean known = bench.passages().find(task.id()).isPresent();
        Optional<Subject> subject = wishes.read(task.asked().wish()).fresh() || folder
                ? Optional.empty()
                : subject(errand, account, route);
        List<Earlier> earlier = subject.isPresent() && !known ? bench.results().find(subject.get()) : List.of();
        if (!known && earlier.isEmpty()) {
            bench.budget().check(account, task.id(), route.cost());
        }
        PartFile part = PartFile.of(target, task.id(), task.attempt(), 0);
        return new RemoteJob(bench, task, provider, account, route, part, rules, stamps, wish.keepDates(), new Gate(), subject,
                earlier);
    }

    /** What decides the bytes that come back; empty for models, where chance is meant. */
    private Optional<Subject> subject(Errand errand, Account account, Route route) {
        if (!(errand.what() instanceof Errand.Recipe)) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>(List.of(account.service().word(), account.origin().toString(), route.extension()));
        for (Call call : route.legs()) {
            said.addAll(List.of(call.path(), new TreeMap<>(call.query()).toString(), call.body().toString(),
                    call.slots().stream().map(slot -> slot.pointer() + slot.file().map(route.files()::indexOf)).toList()
                            .toString()));
        }
        return Optional.of(bench.results().subject(said, route.files()));
    }

    /** Named after the first file that it is made of, else after its words. */
    private static Path target(Place place, Route route, String model, String words) {
        if (place.wish().output().isPresent()) {
            return place.wish().output().get().toAbsolutePath().normalize();
        }
        Optional<Path> first = route.files().stream().findFirst();
        String stem = first.map(f -> f.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "")).orElse(words);
        String made = stem.equals(model) ? model : stem + "-" + model;
        String number = place.number() > 1 ? "-" + place.number() : "";
        Path folder = place.folder(first.orElse(Path.of("x").toAbsolutePath()));
        return folder.resolve(SafeName.clean(made + number + "." + route.extension()));
    }

    @Override
    public void sweep(Task task) throws FailedException {
        Path folder = wishes.read(task.asked().wish()).folder(task.asked().inputs().getFirst().file());
        try {
            PartFile.sweep(folder, List.of(task.id()));
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        }
    }
}
