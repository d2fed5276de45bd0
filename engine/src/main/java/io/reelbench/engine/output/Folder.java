package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder that outputs go to. */
public final class Folder {

    private Folder() {}

    /** Makes the folder when it is missing, and sees that it can be written. */
    public static void ready(Path folder) throws FailedException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            boolean full = Faults.writing(existing(folder), e).failure() instanceof Failure.DiskFull;
            throw new FailedException(full ? new Failure.DiskFull(folder.toString()) : new Failure.NoFolder(folder.toString()),
                    e);
        }
        if (!Files.isWritable(folder)) {
            throw new FailedException(new Failure.NoWrite(folder.toString()));
        }
    }

    private static Path existing(Path folder) {
        Path up = folder.toAbsolutePath();
        while (up.getParent() != null && !Files.exists(up)) {
            up = up.getParent();
        }
        return up;
    }

    /** Makes an empty folder, whatever of ours was there. */
    public static void afresh(Path folder) throws IOException {
        remove(folder);
        Files.createDirectory(folder);
    }

    /** Removes a file, or a folder with the files in it; a folder that holds folders is no work of ours and stays. */
    static void remove(Path name) throws IOException {
        if (Files.isDirectory(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : inside(name)) {
                Files.delete(inside);
            }
        }
        Files.deleteIfExists(name);
    }

    /** What is in it, by name. */
    static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.sorted().toList();
        }
    }

    /** Makes names in it survive a power cut. Windows has no such thing for folders and writes them through by itself. */
    static void sync(Path folder) throws IOException {
        if (NoReplace.WINDOWS) {
            return;
        }
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
