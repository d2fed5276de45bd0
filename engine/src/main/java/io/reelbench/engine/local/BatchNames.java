package io.reelbench.engine.local;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.IfExists;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.Numbering;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Settles the names of tasks that are asked for together, before any of them runs: outputs of one batch never get in each other's way,
 * nor in that of a clip of the batch, and where a file is to get another name when its own is taken, it has that name from the start.
 */
public final class BatchNames {

    /**
     * One task.
     *
     * @param clips what it is done to, in order; outputs are named after the first
     * @param place what was wished; its number is settled here
     */
    public record Asked(List<Path> clips, Recipe recipe, Place place) {

        public Asked(Path clip, Recipe recipe, Place place) {
            this(List.of(clip), recipe, place);
        }

        Path clip() {
            return clips.getFirst();
        }
    }

    private static final int MOST_CERTAIN = 100;

    private final List<Asked> batch;
    private final Set<String> clips;
    private final List<Optional<List<Targets.Piece>>> pieces;

    public BatchNames(List<Asked> batch) {
        this.batch = List.copyOf(batch);
        this.clips = batch.stream().flatMap(a -> a.clips.stream()).map(Numbering::key).collect(Collectors.toSet());
        this.pieces = new ArrayList<>(java.util.Collections.nCopies(batch.size(), Optional.empty()));
    }

    /** What a plan says. A task without one keeps its own name; whatever is in its way is found when it is placed. */
    public void know(int index, Plan plan) {
        pieces.set(index, Optional.of(Targets.pieces(batch.get(index).recipe, plan)));
    }

    /** The places with their numbers, in order. Looks at files. */
    public List<Place> places() {
        List<Integer> known = new ArrayList<>();
        List<Numbering.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Asked asked = batch.get(i);
            pieces.get(i).ifPresent(of -> wanted.add(new Numbering.Wanted(
                    number -> Targets.of(asked.place.numbered(number), asked.clip(), of), taken(asked))));
            if (pieces.get(i).isPresent()) {
                known.add(i);
            }
        }
        List<Place> places = new ArrayList<>(batch.stream().map(Asked::place).toList());
        List<Integer> numbers = Numbering.of(wanted);
        for (int i = 0; i < known.size(); i++) {
            places.set(known.get(i), places.get(known.get(i)).numbered(numbers.get(i)));
        }
        return places;
    }

    /** The files of each task whose plan is known, in order. */
    public List<List<Path>> files() {
        List<Place> places = places();
        List<List<Path>> files = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Place place = places.get(i);
            Path clip = batch.get(i).clip();
            files.add(pieces.get(i).map(of -> Targets.of(place, clip, of)).orElse(List.of()));
        }
        return files;
    }

    /** A clip of another task is never given as an output; its own is refused when it is placed, unless another name will do. */
    private Predicate<Path> taken(Asked asked) {
        boolean rename = asked.place.wish().ifExists() == IfExists.RENAME;
        String own = Numbering.key(asked.clip());
        return file -> {
            String key = Numbering.key(file);
            return clips.contains(key) && (rename || !key.equals(own))
                    || rename && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        };
    }

    /**
     * The tasks whose names may meet another's, or something that is there: only their plans must be known. What only plans tell (endings,
     * sizes, labels) is left open here, so there may be more of them than needed, never fewer.
     */
    public List<Integer> doubtful() {
        List<String> beginnings = batch.stream().map(BatchNames::beginning).toList();
        TreeMap<String, List<Integer>> byBeginning = new TreeMap<>();
        for (int i = 0; i < beginnings.size(); i++) {
            byBeginning.computeIfAbsent(beginnings.get(i), _ -> new ArrayList<>()).add(i);
        }
        Folders folders = new Folders();
        Set<String> doubtful = new HashSet<>();
        byBeginning.forEach((beginning, tasks) -> {
            if (tasks.size() > 1 || folders.holds(batch.get(tasks.getFirst()), beginning)) {
                doubtful.add(beginning);
            }
        });
        Set<Integer> all = new TreeSet<>();
        doubtful.forEach(beginning -> byBeginning.subMap(beginning, true, beginning + Character.MAX_VALUE, true).values()
                .forEach(all::addAll));
        return List.copyOf(all);
    }

    /** Folder and name up to what only a plan tells, in the form in which paths are compared. */
    private static String beginning(Asked asked) {
        Place place = asked.place;
        if (place.wish().output().isPresent()) {
            String out = Numbering.key(place.wish().output().get().toAbsolutePath().normalize());
            return out.substring(0, out.lastIndexOf('.') > out.lastIndexOf('/') + 1 ? out.lastIndexOf('.') : out.length());
        }
        Map<Names.Key, String> open = new EnumMap<>(Names.Key.class);
        Arrays.stream(Names.Key.values()).forEach(key -> open.put(key, "{" + key + "}"));
        open.put(Names.Key.OP, asked.recipe.label());
        open.put(Names.Key.PRESET, asked.recipe.name().orElse(""));
        open.remove(Names.Key.LABEL);
        String name = place.wish().name().of(new Names.Subject(asked.clip(), open, 1), "");
        int known = name.indexOf('{') < 0 ? name.length() : name.indexOf('{');
        // a value that turns out empty takes the separator before it along, and a long name is shortened for its ending
        String certain = name.substring(0, Math.min(known, MOST_CERTAIN)).replaceFirst("[-_., (\\[]+$", "");
        return Numbering.key(place.folder(asked.clip()).resolve(certain));
    }

    /** What lies in folders, each listed once. */
    private final class Folders {

        private final Map<Path, TreeSet<String>> listed = new HashMap<>();
        private final TreeSet<String> clips = new TreeSet<>(BatchNames.this.clips);

        boolean holds(Asked asked, String beginning) {
            boolean rename = asked.place.wish().ifExists() == IfExists.RENAME;
            return begins(clips, beginning)
                    || rename && begins(listed.computeIfAbsent(asked.place.folder(asked.clip()), Folders::list), beginning);
        }

        private static boolean begins(TreeSet<String> names, String beginning) {
            return Optional.ofNullable(names.ceiling(beginning)).filter(name -> name.startsWith(beginning)).isPresent();
        }

        private static TreeSet<String> list(Path folder) {
            TreeSet<String> names = new TreeSet<>();
            if (!Files.isDirectory(folder)) {
                return names;
            }
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                inside.forEach(file -> names.add(Numbering.key(file)));
            } catch (IOException unreadable) {
                // the task itself says what is wrong with its folder
                return new TreeSet<>();
            }
            return names;
        }
    }
}
