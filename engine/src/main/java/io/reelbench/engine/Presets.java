package io.reelbench.engine;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
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

    private static final String ENDING = ".json";
    private static final String DATA = "/io/reelbench/ui/presets/";
    private static final long MOST_BYTES = 1_000_000;

    private final RecipeReader recipes;
    private final Path folder;
    private final List<Recipe> builtIn;

    Presets(RecipeReader recipes, Path config) {
        this.recipes = recipes;
        this.folder = config.resolve("presets");
        this.builtIn = data("list.txt").lines().filter(l -> !l.isBlank()).map(l -> come(l.strip())).toList();
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

    /** Those that come with the program; each has a name. */
    public List<Recipe> builtIn() {
        return builtIn;
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
                Reading<Recipe> reading = read(file);
                reading.value().ifPresent(recipe -> found.put(file, recipe));
                if (reading.value().isEmpty()) {
                    troubles.add(PresetWords.NOT_READ.with(file.getFileName(), reading.problems().getFirst()));
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
        save(new Recipe(Optional.of(to), recipe.steps()));
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

    /** A recipe out of any file. It is untrusted; without a name it gets the file's. */
    public Reading<Recipe> read(Path file) throws FailedException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return recipes.read("");
            }
            Reading<Recipe> reading = recipes.read(Files.readString(file));
            return new Reading<>(reading.value().map(r -> named(r, file)), reading.problems());
        } catch (CharacterCodingException notText) {
            return recipes.read("");
        } catch (IOException wrong) {
            throw new FailedException(new Failure.NoRead(file.toString()), wrong);
        }
    }

    private static Recipe named(Recipe recipe, Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return recipe.name().isPresent()
                ? recipe
                : new Recipe(Optional.of(dot > 0 ? name.substring(0, dot) : name), recipe.steps());
    }

    /** Writes a recipe to any file, whole or not at all. */
    public void write(Recipe recipe, Path file) throws FailedException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, recipes.write(recipe) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException wrong) {
            throw Faults.writing(file.toAbsolutePath().getParent(), wrong);
        }
    }
}
