package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What may happen to files that are already there.
 *
 * @param ifExists the person's wish
 * @param sources  clips that must never be touched, by whatever name they are reached
 * @param sibling  tells files that came from the same batch: these are never replaced or taken for older work; their namesakes get another name
 */
public record Rules(IfExists ifExists, List<Path> sources, Predicate<Path> sibling) {

    /** The endings that {@link io.reelbench.engine.plan.StillForm.Format} gives. */
    private static final Set<String> PICTURES = Set.of("jpg", "png", "webp", "tiff", "bmp");

    /** What to do about one wished name. */
    enum Verdict {
        PLACE, ANOTHER_NAME, LEAVE_ALONE, REPLACE
    }

    /**
     * Whether a product is wanted at all, asked before any work; fails when it could not be placed.
     *
     * @param folder whether the product is a folder
     */
    public boolean wants(Path wish, boolean folder) throws FailedException {
        return verdict(wish, folder) != Verdict.LEAVE_ALONE;
    }

    Verdict verdict(Path wish, boolean folder) throws FailedException {
        boolean source = isSource(wish);
        if (!source && !Files.exists(wish, LinkOption.NOFOLLOW_LINKS)) {
            return Verdict.PLACE;
        } else if (ifExists == IfExists.RENAME || !source && sibling.test(wish)) {
            return Verdict.ANOTHER_NAME;
        } else if (source || ifExists == IfExists.FAIL || isOfAnotherKind(wish, folder)) {
            throw new FailedException(new Failure.Exists(wish.toString()));
        }
        return ifExists == IfExists.SKIP ? Verdict.LEAVE_ALONE : Verdict.REPLACE;
    }

    /** A file never takes the place of a folder, nor a folder that of a file or of a folder that holds anything but pictures. */
    private boolean isOfAnotherKind(Path wish, boolean folder) {
        if (!Files.isDirectory(wish, LinkOption.NOFOLLOW_LINKS) || !folder) {
            return folder || Files.isDirectory(wish, LinkOption.NOFOLLOW_LINKS);
        } else if (ifExists != IfExists.REPLACE) {
            return false;
        }
        try {
            for (Path inside : Folder.inside(wish)) {
                String ending = SafeName.extension(inside).toLowerCase(Locale.ROOT);
                if (!PICTURES.contains(ending) || !Files.isRegularFile(inside, LinkOption.NOFOLLOW_LINKS)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unknown) {
            return true; // what cannot be looked at is not touched
        }
    }

    /** Symbolic links, hard links and disks that do not tell capitals apart all lead to the same file. */
    private boolean isSource(Path wish) {
        for (Path source : sources) {
            try {
                if (wish.toAbsolutePath().normalize().equals(source.toAbsolutePath().normalize())
                        || Files.exists(wish) && Files.exists(source) && Files.isSameFile(wish, source)) {
                    return true;
                }
            } catch (IOException unknown) {
                return true; // what cannot be compared is not touched
            }
        }
        return false;
    }
}
