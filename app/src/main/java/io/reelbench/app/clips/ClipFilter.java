package io.reelbench.app.clips;

import io.reelbench.app.desk.Clip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which clips are shown. Immutable.
 *
 * @param words  all of them must stand in the name
 * @param kinds  one of each group must fit; none means all
 * @param folder where the file must lie; empty for anywhere
 */
record ClipFilter(String words, Set<ClipKind> kinds, Optional<Path> folder) {

    static final ClipFilter ALL = new ClipFilter("", Set.of(), Optional.empty());

    ClipFilter {
        kinds = Set.copyOf(kinds);
    }

    boolean isAll() {
        return words.isBlank() && !narrows();
    }

    /** Whether it does more than to search for a name. */
    boolean narrows() {
        return !kinds.isEmpty() || folder.isPresent();
    }

    ClipFilter called(String now) {
        return new ClipFilter(now, kinds, folder);
    }

    ClipFilter in(Optional<Path> now) {
        return new ClipFilter(words, kinds, now);
    }

    /** With a kind, or without it when it was asked for already. */
    ClipFilter switched(ClipKind kind) {
        EnumSet<ClipKind> now = kinds.isEmpty() ? EnumSet.noneOf(ClipKind.class) : EnumSet.copyOf(kinds);
        if (!now.remove(kind)) {
            now.add(kind);
        }
        return new ClipFilter(words, now, folder);
    }

    boolean fits(Clip clip) {
        String name = clip.name().toLowerCase(Locale.ROOT);
        boolean called = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(name::contains);
        return called && folder.filter(f -> !f.equals(clip.file().getParent())).isEmpty()
                && Arrays.stream(ClipKind.Group.values()).allMatch(group -> fits(clip, group));
    }

    private boolean fits(Clip clip, ClipKind.Group group) {
        Set<ClipKind> asked = kinds.stream().filter(k -> k.group() == group).collect(Collectors.toSet());
        return asked.isEmpty() || asked.stream().anyMatch(k -> k.fits(clip.facts().get()));
    }

    /** What it asks for beside a name. */
    String spoken() {
        return Stream.concat(folder.map(f -> ClipWords.FROM.say(String.valueOf(f.getFileName()))).stream(),
                kinds.stream().sorted().map(k -> k.word().say())).collect(Collectors.joining(ClipWords.BETWEEN.say()));
    }
}
