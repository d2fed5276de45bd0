package io.reelbench.engine.output;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Gives the outputs of one batch names that differ: the first keeps its own, the next ones get {@code -2}, {@code -3} in order, and
 * none gets a name that another would have by itself. Names that differ only in capitals or in how an accent is written are one name,
 * since they are on many disks. Pure.
 */
public final class Numbering {

    /** More files of one name than anybody has; then placing finds a free one. */
    private static final int MOST = 100_000;

    /**
     * The outputs of one task.
     *
     * @param names all of its files, under a number from 1
     * @param taken whether a file cannot be made because something is there
     */
    public record Wanted(IntFunction<List<Path>> names, Predicate<Path> taken) {
    }

    private Numbering() {}

    /** The number of each, in order. */
    public static List<Integer> of(List<Wanted> batch) {
        List<List<String>> own = batch.stream().map(wanted -> keys(wanted.names.apply(1))).toList();
        Set<String> owned = new HashSet<>();
        own.forEach(owned::addAll);
        Set<String> given = new HashSet<>();
        Map<List<String>, Integer> last = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            int number = last.getOrDefault(own.get(i), 0) + 1;
            while (number < MOST && !isFree(batch.get(i), number, given, owned)) {
                number++;
            }
            last.put(own.get(i), number);
            given.addAll(keys(batch.get(i).names.apply(number)));
            numbers.add(number);
        }
        return numbers;
    }

    private static boolean isFree(Wanted wanted, int number, Set<String> given, Set<String> owned) {
        List<Path> names = wanted.names.apply(number);
        return keys(names).stream().noneMatch(key -> given.contains(key) || number > 1 && owned.contains(key))
                && names.stream().noneMatch(wanted.taken);
    }

    private static List<String> keys(List<Path> names) {
        return names.stream().map(Numbering::key).toList();
    }

    /** What is the same for paths that some disk takes for one. */
    public static String key(Path path) {
        return Normalizer.normalize(path.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
