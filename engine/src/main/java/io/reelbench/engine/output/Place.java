package io.reelbench.engine.output;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where the outputs of one task go: what was wished, and what was settled when it was asked for together with others.
 *
 * @param below  the folder below the wished one: where the clip lay in the tree that it came from; empty for none
 * @param number 1, or what its names bear so that they differ from those of others: 2 gives {@code clip-2.mp4}
 * @param allowed parts of a written command that were allowed for this one run
 * @param fresh   whether it is made anew though the same was made before
 * @param then    what whoever asked for it does with the outputs, in words of its own; empty for nothing
 */
public record Place(OutputWish wish, Path below, int number, Set<String> allowed, boolean fresh, String then) {

    public static final Path NOWHERE_BELOW = Path.of("");

    public Place(OutputWish wish, Path below, int number) {
        this(wish, below, number, Set.of(), false, "");
    }

    public Place(OutputWish wish) {
        this(wish, NOWHERE_BELOW, 1);
    }

    public Place numbered(int now) {
        return new Place(wish, below, now, allowed, fresh, then);
    }

    /** The folder of the outputs. Without a wish each lies beside its clip. */
    public Path folder(Path clip) {
        Optional<Path> given = wish.output().map(out -> out.toAbsolutePath().normalize().getParent());
        return given.or(() -> wish.to().map(to -> to.toAbsolutePath().resolve(inside())))
                .orElseGet(() -> clip.toAbsolutePath().getParent()).normalize();
    }

    /** A tree is mirrored inside the wished folder, never out of it. */
    private Path inside() {
        Path plain = below.normalize();
        return plain.isAbsolute() || plain.startsWith("..") ? NOWHERE_BELOW : plain;
    }
}
