package io.reelbench.engine.local;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Proxy;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.Folder;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.InputStamp;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.PartFile;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.output.Rules;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Tasks that run on this machine: probe → check → plan → run into part files → verify → place. */
public final class LocalKind implements TaskKind {

    public static final String ID = "local";
    private static final int KEPT_RECIPES = 32;

    private final Workbench bench;
    private final WishReader wishes = new WishReader();
    private final Map<String, Recipe> recipes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recipe> eldest) {
            return size() > KEPT_RECIPES;
        }
    };
    private final BiPredicate<Task, Path> sameBatch;

    /**
     * @param sameBatch whether a file was made by another task of the same batch: such files are never replaced
     */
    public LocalKind(Workbench bench, BiPredicate<Task, Path> sameBatch) {
        this.bench = bench;
        this.sameBatch = sameBatch;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Prepared prepare(Task task) throws FailedException, InterruptedException {
        List<Path> clips = task.asked().inputs().stream().map(Task.Input::file).toList();
        Path clip = clips.getFirst();
        Recipe recipe = recipe(task.asked().recipe());
        Place place = wishes.read(task.asked().wish());
        OutputWish wish = place.wish();
        List<Media> media = bench.clips().probe(clips);
        List<InputStamp> stamps = new ArrayList<>();
        for (Path each : clips) {
            stamps.add(InputStamp.take(each));
        }
        Planned planned = bench.planning().plan(recipe, media, place.allowed());
        Plan plan = planned.plan()
                .orElseThrow(() -> new FailedException(new Failure.Invalid(media.getFirst().name(), planned.problems())));
        List<Path> targets = Targets.of(place, clip, recipe, plan);
        Rules rules = new Rules(wish.ifExists(), read(clips, plan), made -> sameBatch.test(task, made));
        if (wish.ifExists() == IfExists.SKIP && unwanted(rules, targets, plan)) {
            return new Unwanted(targets);
        }
        for (int i = 0; i < targets.size(); i++) {
            rules.wants(targets.get(i), plan.products().get(i).isFolder());
            Folder.ready(targets.get(i).getParent());
        }
        checkSpace(plan, targets.getFirst().getParent());
        List<PartFile> parts = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            parts.add(PartFile.of(targets.get(i), task.id(), task.attempt(), i));
        }
        Reusing reusing = Reusing.of(bench.results(), Subjects.of(bench.results(), bench.recipes(), recipe, plan, place));
        return new LocalJob(bench, planned, parts, rules, stamps, wish.keepDates(), scratch(task), reusing);
    }

    /** What must not be touched: the clips by the names that were given, and what else is read. */
    private static List<Path> read(List<Path> clips, Plan plan) {
        return Stream.concat(clips.stream(), plan.reads().stream()).distinct().toList();
    }

    /** A batch shares one recipe, so the last few are kept as they were read. */
    private Recipe recipe(String json) throws FailedException {
        synchronized (recipes) {
            Recipe known = recipes.get(json);
            if (known != null) {
                return known;
            }
        }
        Recipe read = bench.recipes().read(json).value()
                .orElseThrow(() -> new FailedException(new Failure.Internal(LocalWords.BAD_RECIPE.english())));
        synchronized (recipes) {
            recipes.put(json, read);
        }
        return read;
    }

    private static boolean unwanted(Rules rules, List<Path> targets, Plan plan) throws FailedException {
        for (int i = 0; i < targets.size(); i++) {
            if (rules.wants(targets.get(i), plan.products().get(i).isFolder())) {
                return false;
            }
        }
        return true;
    }

    /** A disk that cannot even take the least that is expected is full; better now than after an hour. */
    private static void checkSpace(Plan plan, Path folder) throws FailedException {
        try {
            if (Files.getFileStore(folder).getUsableSpace() < plan.estimate().leastBytes() / 2) {
                throw new FailedException(new Failure.DiskFull(folder.toString()));
            }
        } catch (IOException unknown) {
            // a disk that does not tell its space is found out by writing
            return;
        }
    }

    private Path scratch(Task task) {
        return bench.scratch().resolve(task.id() + "-" + task.attempt());
    }

    @Override
    public void sweep(Task task) throws FailedException {
        Path clip = task.asked().inputs().getFirst().file();
        Path folder = wishes.read(task.asked().wish()).folder(clip);
        try {
            PartFile.sweep(folder, List.of(task.id()));
            if (Files.isDirectory(folder.resolve(Proxy.FOLDER))) {
                PartFile.sweep(folder.resolve(Proxy.FOLDER), List.of(task.id()));
            }
            for (int attempt = 1; attempt <= task.attempt(); attempt++) {
                delete(bench.scratch().resolve(task.id() + "-" + attempt));
            }
        } catch (IOException e) {
            throw io.reelbench.engine.output.Faults.writing(folder, e);
        }
    }

    /** Removes a folder of our own with all that is in it; links are removed and not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                delete(file);
            }
        }
        Files.delete(folder);
    }
}
