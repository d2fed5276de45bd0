package io.reelbench.engine.watch;

import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The watched folders, in a file that a terminal and a window share: each change is made to what the file holds at that moment. Safe for
 * any thread; everything blocks for the disk.
 */
public final class WatchList {

    /** Finds a recipe by its name. */
    @FunctionalInterface
    public interface Presets {
        Optional<Recipe> find(String name) throws FailedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(WatchList.class);
    private static final Schema<WatchWish> SCHEMA = Schema.of(WatchWish.class);
    private static final String NAME = "watch-folders.json";
    private static final String ASIDE = "watch-folders.unreadable.json";

    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;
    private final RecipeReader recipes;
    private final Presets presets;
    private final List<Text> troubles = new ArrayList<>();

    /** @param config the folder of settings */
    public WatchList(Path config, RecipeReader recipes, Presets presets) {
        this.file = config.resolve(NAME);
        this.recipes = recipes;
        this.presets = presets;
    }

    /** The options of a watched folder. */
    public static Schema<WatchWish> schema() {
        return SCHEMA;
    }

    /** What could not be read, in words. */
    public synchronized List<Text> troubles() {
        return List.copyOf(troubles);
    }

    /** All of them, in the order in which they were added. */
    public synchronized List<Watched> all() {
        try {
            JsonNode root = json.readTree(Files.readString(file));
            List<Watched> all = new ArrayList<>();
            root.path("folders").forEach(node -> read(node).ifPresent(all::add));
            return all;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | JacksonException unreadable) {
            LOG.warn("{} cannot be read", file, unreadable);
            putAside();
            return List.of();
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(ASIDE), StandardCopyOption.REPLACE_EXISTING);
            troubles.add(WatchWords.UNREADABLE.with(file, ASIDE));
        } catch (IOException stays) {
            LOG.warn("{} stays where it is", file, stays);
        }
    }

    /** One that a later version wrote in another way is left out. */
    private Optional<Watched> read(JsonNode node) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        node.path("wish").properties().forEach(p -> given.put(p.getKey(), List.of(p.getValue().asString(""))));
        Reading<WatchWish> wish = SCHEMA.read(given);
        String id = node.path("id").asString("");
        if (wish.value().isEmpty() || wish.value().get().folder().isEmpty() || id.isEmpty()) {
            LOG.warn("A watched folder cannot be read: {}", wish.problems());
            return Optional.empty();
        }
        return Optional
                .of(new Watched(id, wish.value().get(), node.path("recipe").toString(), node.path("paused").asBoolean(false)));
    }

    /**
     * Adds one, or says what is wrong with what is asked.
     *
     * @param given options of {@link WatchWish}
     */
    public Reading<Watched> add(Map<String, List<String>> given) throws FailedException {
        return put(UUID.randomUUID().toString().replace("-", "").substring(0, 12), given);
    }

    /** Changes one; what it has done stays remembered. */
    public synchronized Reading<Watched> put(String id, Map<String, List<String>> given) throws FailedException {
        Reading<WatchWish> wish = SCHEMA.read(given);
        List<Problem> problems = new ArrayList<>(wish.problems());
        if (wish.value().isEmpty()) {
            return Reading.of(null, problems);
        }
        WatchWish plain = whole(wish.value().get());
        List<Watched> others = all().stream().filter(w -> !w.id().equals(id)).toList();
        Optional<Recipe> recipe = check(plain, others, problems);
        if (problems.stream().anyMatch(p -> !p.isWarning()) || recipe.isEmpty()) {
            return new Reading<>(Optional.empty(), List.copyOf(problems));
        }
        Watched fresh = new Watched(id, plain, recipes.write(recipe.get()), false);
        List<Watched> all = new ArrayList<>(all());
        int at = all.stream().map(Watched::id).toList().indexOf(id);
        if (at >= 0) {
            all.set(at, fresh.paused(all.get(at).paused()));
        } else {
            all.add(fresh);
        }
        write(all);
        return new Reading<>(Optional.of(fresh), List.copyOf(problems));
    }

    private static WatchWish whole(WatchWish wish) {
        return new WatchWish(wish.folder().map(f -> f.toAbsolutePath().normalize()), wish.preset(),
                wish.to().map(f -> f.toAbsolutePath().normalize()), wish.subfolders(), wish.existing(), wish.settle());
    }

    private Optional<Recipe> check(WatchWish wish, List<Watched> others, List<Problem> problems) throws FailedException {
        if (wish.folder().isEmpty()) {
            problems.add(new Problem("folder", Code.REQUIRED, WatchWords.NO_FOLDER.with()));
        } else if (Files.exists(wish.folder().get()) && !Files.isDirectory(wish.folder().get())) {
            problems.add(new Problem("folder", Code.MISSING_FILE, WatchWords.NOT_A_FOLDER.with(wish.folder().get())));
        } else if (others.stream()
                .anyMatch(w -> w.wish().folder().equals(wish.folder()) && w.wish().preset().equals(wish.preset()))) {
            problems.add(new Problem("folder", Code.CHOOSE_ONE, WatchWords.TWICE.with(wish.folder().get())));
        }
        if (wish.preset().isEmpty()) {
            problems.add(new Problem("preset", Code.REQUIRED, WatchWords.WHICH_PRESET.with()));
            return Optional.empty();
        }
        Optional<Recipe> recipe = presets.find(wish.preset().get());
        if (recipe.isEmpty()) {
            problems.add(new Problem("preset", Code.UNKNOWN_VALUE, WatchWords.NO_PRESET.with(wish.preset().get())));
        } else if (recipe.get().steps().stream().anyMatch(s -> s.about().role() == About.Role.JOIN)) {
            problems.add(new Problem("preset", Code.TOO_FEW, WatchWords.JOINS.with(wish.preset().get())));
        }
        return recipe;
    }

    /** Takes nothing for now, or goes on. */
    public synchronized void pause(String id, boolean paused) throws FailedException {
        write(all().stream().map(w -> w.id().equals(id) ? w.paused(paused) : w).toList());
    }

    /** Watches one no more; gives back what it was, for {@link #putBack}. */
    public synchronized Optional<Watched> remove(String id) throws FailedException {
        Optional<Watched> gone = all().stream().filter(w -> w.id().equals(id)).findFirst();
        if (gone.isPresent()) {
            write(all().stream().filter(w -> !w.id().equals(id)).toList());
        }
        return gone;
    }

    /** Watches one again that was removed, or as it was before it was changed. */
    public synchronized void putBack(Watched watched) throws FailedException {
        List<Watched> all = new ArrayList<>(all());
        all.removeIf(w -> w.id().equals(watched.id()));
        all.add(watched);
        write(all);
    }

    /** The options of one as they were given. */
    public static Map<String, List<String>> given(Watched watched) {
        return SCHEMA.write(watched.wish());
    }

    private void write(List<Watched> all) throws FailedException {
        ObjectNode root = json.createObjectNode().put("schema", 1);
        ArrayNode folders = root.putArray("folders");
        for (Watched one : all) {
            ObjectNode node = folders.addObject().put("id", one.id()).put("paused", one.paused());
            ObjectNode wish = node.putObject("wish");
            SCHEMA.write(one.wish()).forEach((name, values) -> wish.put(name, values.getFirst()));
            node.set("recipe", json.readTree(one.recipe()));
        }
        Path beside = file.resolveSibling(NAME + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, json.writeValueAsString(root) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException wrong) {
            throw Faults.writing(file.getParent(), wrong);
        }
    }
}
