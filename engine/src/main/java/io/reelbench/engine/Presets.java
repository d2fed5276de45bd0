package io.reelbench.engine;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.operation.PresetFile;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.schema.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recipes that are kept: a file each in the configuration folder, and those that come with the program. Safe for any thread; everything
 * but {@link #builtIn} blocks for the disk.
 */
public final class Presets {

    /** What it holds, and in words what could not be read of it. */
    public record Shelf(List<Recipe> own, List<Text> troubles) {
    }

    /** Presets of one intention, for example those that share. */
    public record Group(String title, List<Recipe> presets) {
    }

    /**
     * What came of a file of presets.
     *
     * @param kept     those that were new, under the names that they have here
     * @param there    names of those that were there already, exactly so
     * @param problems what was wrong, in words; what it concerns was left out
     */
    public record Imported(List<Recipe> kept, List<String> there, List<Text> problems) {
    }

    private static final String ENDING = ".json";
    private static final String DATA = "/io/reelbench/ui/presets/";

    private final RecipeReader recipes;
    private final Path folder;
    /** Not the one that is held while the disk is read: a window asks for those that come along. */
    private final Object coming = new Object();
    private List<Group> groups;

    Presets(RecipeReader recipes, Path config) {
        this.recipes = recipes;
        this.folder = config.resolve("presets");
    }

    /** Those of a program's own folders, without opening anything else of it. */
    public static Presets of(RecipeReader recipes, Places places) {
        return new Presets(recipes, places.config());
    }

    /** A line of the list: {@code Share: web-1080p.json under-10-mb.json}. */
    private Group group(String line) {
        String[] parts = line.split(":", 2);
        return new Group(parts[0].strip(), Arrays.stream(parts[1].strip().split("\\s+")).map(this::come).toList());
    }

    private Recipe come(String file) {
        Reading<Recipe> reading = recipes.read(data(file));
        return reading.value().orElseThrow(() -> new IllegalStateException(file + ": " + reading.problems()));
    }

    private static String data(String file) {
        try (InputStream in = Presets.class.getResourceAsStream(DATA + file)) {
            if (in == null) {
                throw new IllegalStateException("the preset " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Those that come with the program, by intention; each has a name. Read when somebody asks first. */
    public List<Group> groups() {
        synchronized (coming) {
            if (groups == null) {
                groups = data("list.txt").lines().filter(l -> !l.isBlank()).map(this::group).toList();
            }
            return groups;
        }
    }

    /** All that come with the program. */
    public List<Recipe> builtIn() {
        return groups().stream().flatMap(g -> g.presets().stream()).toList();
    }

    /** The person's own of this name, else the one that comes with the program; small and large letters are alike where no name fits exactly. */
    public Optional<Recipe> find(String name) throws FailedException {
        List<Recipe> all = Stream.concat(list().own().stream(), builtIn().stream()).toList();
        return all.stream().filter(r -> r.name().equals(Optional.of(name))).findFirst()
                .or(() -> all.stream().filter(r -> r.name().filter(name::equalsIgnoreCase).isPresent()
                        || r.tag().filter(name::equalsIgnoreCase).isPresent()).findFirst());
    }

    /** The person's own, by name. What cannot be read is said and left where it is. */
    public synchronized Shelf list() throws FailedException {
        List<Text> troubles = new ArrayList<>();
        List<Recipe> own = new ArrayList<>(files(troubles).values());
        own.sort(Comparator.comparing(r -> r.name().orElse(""), String.CASE_INSENSITIVE_ORDER));
        return new Shelf(List.copyOf(own), List.copyOf(troubles));
    }

    private Map<Path, Recipe> files(List<Text> troubles) throws FailedException {
        Map<Path, Recipe> found = new LinkedHashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList()) {
                PresetFile read = read(file);
                read.presets().stream().findFirst().ifPresent(recipe -> found.put(file, recipe));
                if (read.presets().isEmpty()) {
                    troubles.add(PresetWords.NOT_READ.with(file.getFileName(), read.problems().getFirst()));
                }
            }
            return found;
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException wrong) {
            throw new FailedException(new Failure.NoRead(folder.toString()), wrong);
        }
    }

    /** Keeps a named recipe; one of the same name is replaced. */
    public synchronized void save(Recipe recipe) throws FailedException {
        String name = recipe.name().orElseThrow(() -> new IllegalArgumentException("a preset needs a name"));
        write(recipe, place(name).orElseGet(() -> free(name)));
    }

    /** Gives one another name; nothing happens when it is not there. */
    public synchronized void rename(String from, String to) throws FailedException {
        Optional<Path> old = place(from);
        if (old.isEmpty() || from.equals(to)) {
            return;
        }
        Recipe recipe = files(new ArrayList<>()).get(old.get());
        save(recipe.named(to));
        delete(old.get());
    }

    /** Forgets one; to save it again brings it back. */
    public synchronized void remove(String name) throws FailedException {
        Optional<Path> file = place(name);
        if (file.isPresent()) {
            delete(file.get());
        }
    }

    private static void delete(Path file) throws FailedException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException wrong) {
            throw Faults.writing(file.getParent(), wrong);
        }
    }

    private Optional<Path> place(String name) throws FailedException {
        return files(new ArrayList<>()).entrySet().stream().filter(e -> e.getValue().name().equals(Optional.of(name)))
                .map(Map.Entry::getKey).findFirst();
    }

    /** Two names may be one to a disk. */
    private Path free(String name) {
        Path file = folder.resolve(safe(name));
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(safe(name + " " + number));
        }
        return file;
    }

    private static String safe(String name) {
        Names plain = new Names(List.of(new Names.Words(name)));
        return plain.of(new Names.Subject(Path.of("preset"), Map.of(), 1), ENDING.substring(1));
    }

    /** What a file of presets holds, without keeping any of it. A single one without a name gets the file's. */
    public PresetFile read(Path file) throws FailedException {
        try {
            if (Files.size(file) > PresetFile.MOST_BYTES) {
                return new PresetFile(List.of(), List.of(new Problem("", Code.OUT_OF_RANGE,
                        PresetWords.TOO_LARGE.with(new Bytes(PresetFile.MOST_BYTES).spoken()))));
            }
            PresetFile found = recipes.readPresets(Files.readString(file));
            return new PresetFile(found.presets().stream().map(r -> named(r, file)).toList(), found.problems());
        } catch (CharacterCodingException notText) {
            return recipes.readPresets("");
        } catch (IOException wrong) {
            throw new FailedException(new Failure.NoRead(file.toString()), wrong);
        }
    }

    private static Recipe named(Recipe recipe, Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return recipe.name().isPresent() ? recipe : recipe.named(Text.harmless(dot > 0 ? name.substring(0, dot) : name));
    }

    /** Keeps what a file of presets holds. Nothing that is there is replaced: another one of the same name gets a number behind it. */
    public synchronized Imported bringIn(Path file) throws FailedException {
        PresetFile found = read(file);
        List<Recipe> kept = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (Recipe recipe : found.presets()) {
            Map<String, Recipe> known = new LinkedHashMap<>();
            Stream.concat(builtIn().stream(), list().own().stream()).forEach(r -> known.put(r.name().orElseThrow(), r));
            String name = recipe.name().orElseThrow();
            String free = name;
            for (int number = 2; known.containsKey(free) && !isSame(known.get(free), recipe); number++) {
                free = name + " " + number;
            }
            if (known.containsKey(free)) {
                there.add(free);
            } else {
                kept.add(recipe.named(free));
                save(kept.getLast());
            }
        }
        return new Imported(List.copyOf(kept), List.copyOf(there), found.problems().stream().map(Presets::told).toList());
    }

    private static boolean isSame(Recipe one, Recipe other) {
        return one.steps().equals(other.steps()) && one.tag().equals(other.tag());
    }

    private static Text told(Problem problem) {
        return problem.fix().isPresent() ? PresetWords.WITH_FIX.with(problem.text(), problem.fix().get()) : problem.text();
    }

    /** Writes presets to one file that can be sent; whole or not at all. */
    public void export(List<Recipe> presets, Path file) throws FailedException {
        write(recipes.writePresets(presets), file);
    }

    private void write(Recipe recipe, Path file) throws FailedException {
        write(recipes.write(recipe), file);
    }

    private static void write(String text, Path file) throws FailedException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, text + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException wrong) {
            throw Faults.writing(file.toAbsolutePath().getParent(), wrong);
        }
    }
}
