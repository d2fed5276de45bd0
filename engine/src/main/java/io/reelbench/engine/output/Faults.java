package io.reelbench.engine.output;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Tells from an error of the file system what a person must hear. */
public final class Faults {

    /** Less room than this is none: file systems refuse before the last byte. */
    private static final long NO_ROOM = 64 * 1024;

    private Faults() {}

    /** An error while writing into a folder. */
    public static FailedException writing(Path folder, IOException e) {
        return new FailedException(failure(folder, e), e);
    }

    private static Failure failure(Path folder, IOException e) {
        String reason = reason(e).toLowerCase(Locale.ROOT);
        if (reason.contains("no space") || reason.contains("quota") || isFull(folder)) {
            return new Failure.DiskFull(folder.toString());
        } else if (e instanceof NoSuchFileException && !Files.isDirectory(folder)) {
            return new Failure.NoFolder(folder.toString());
        } else if (e instanceof AccessDeniedException || reason.contains("read-only") || !Files.isWritable(folder)) {
            return new Failure.NoWrite(folder.toString());
        }
        return new Failure.Unreadable(folder.toString(), reason(e));
    }

    private static String reason(IOException e) {
        boolean said = e instanceof FileSystemException f && f.getReason() != null;
        return said ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
    }

    /** The system's words may be in any language; the count of free bytes is not. */
    private static boolean isFull(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() > 0 && store.getUsableSpace() < NO_ROOM;
        } catch (IOException | ReadOnlyFileSystemException | SecurityException unknown) {
            return false; // then the error itself is all that can be said
        }
    }
}
