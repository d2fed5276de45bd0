package io.reelbench.engine.preview;

import io.reelbench.engine.preview.wire.Lane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file through which pixels come from the decoder: this user's alone, and gone from the folder as soon as both have it open. */
final class Sheet {

    private static final Logger LOG = LoggerFactory.getLogger(Sheet.class);
    private static final String PREFIX = "sheet-";
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Path path;

    private Sheet(Path path) {
        this.path = path;
    }

    static Sheet in(Path folder) throws IOException {
        Files.createDirectories(folder);
        sweep(folder);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] own = posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path path = Files.createTempFile(folder, PREFIX, ".bin", own);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            // only what is written to takes up room
            file.setLength(Lane.sheet());
        }
        return new Sheet(path);
    }

    /** What a program that was killed in the wrong moment left. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "{" + PREFIX + "*.bin,beside-*}")) {
            for (Path each : old) {
                if (Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS).toInstant()
                        .isBefore(Instant.now().minus(FORGOTTEN))) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stillOpen) {
            // Windows lets go of it later; the next start sweeps
            LOG.debug("sheet", stillOpen);
        }
    }
}
