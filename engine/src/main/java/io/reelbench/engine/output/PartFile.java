package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product while it is being made, a file or a folder of files: hidden, beside its target, so that placing it is only a change of name. It is called
 * {@code .<name>.<task>-<attempt>.part}.
 *
 * @param path   where ffmpeg writes
 * @param wish   the name that it shall get
 */
public record PartFile(Path path, Path wish) {

    private static final Pattern OURS = Pattern.compile("\\..*\\.([0-9a-z]+)-\\d+(?:-\\d+)?\\.(part|old)", Pattern.DOTALL);

    /**
     * The part file for a product.
     *
     * @param wish    absolute
     * @param task    id of the task: lower case letters and digits
     * @param attempt from 1
     * @param product place of the product in its plan, from 0
     */
    public static PartFile of(Path wish, String task, int attempt, int product) {
        return new PartFile(beside(wish, task, attempt, product, "part"), wish);
    }

    private static Path beside(Path wish, String task, int attempt, int product, String kind) {
        String tail = "." + task + "-" + attempt + (product == 0 ? "" : "-" + product) + "." + kind;
        // % would be a counter to ffmpeg's writer of pictures
        String name = SafeName.clean(wish.getFileName().toString()).replace('%', '_');
        return wish.resolveSibling("." + SafeName.cut(name, SafeName.LIMIT_BYTES - 1 - SafeName.bytes(tail)) + tail);
    }

    /** Where an old file of the wished name waits until the new one stands. */
    Path aside() {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - "part".length()) + "old");
    }

    /** Everything is written and checked: gives it its date and makes it survive a power cut. */
    public void seal(Optional<FileTime> modified) throws FailedException {
        try {
            if (Files.isDirectory(path)) {
                for (Path inside : Folder.inside(path)) {
                    seal(inside, modified);
                }
                if (modified.isPresent()) {
                    Files.setLastModifiedTime(path, modified.get());
                }
                Folder.sync(path);
            } else {
                seal(path, modified);
            }
        } catch (IOException e) {
            throw Faults.writing(path.getParent(), e);
        }
    }

    private static void seal(Path file, Optional<FileTime> modified) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (modified.isPresent()) {
                Files.setLastModifiedTime(file, modified.get());
            }
            open.force(true);
        }
    }

    /** Removes the part files of these tasks, of any attempt, from a folder. Old files that were set aside are not touched. */
    public static void sweep(Path folder, Collection<String> tasks) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> wanted = Set.copyOf(tasks);
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path name : names) {
                Matcher ours = OURS.matcher(name.getFileName().toString());
                if (ours.matches() && wanted.contains(ours.group(1))) {
                    Folder.remove(name);
                }
            }
        }
    }
}
