package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unpacks the bundle once. Everything is written into a sibling folder and renamed in one step, so two programs that start together
 * need no lock: the later one finds the folder there and throws its own away.
 */
final class Unpacker {

    private static final String FRESH = ".fresh-";
    private static final String BAD = ".bad-";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path parent;
    private final Bundle bundle;

    Unpacker(Path parent, Bundle bundle) {
        this.parent = parent;
        this.bundle = bundle;
    }

    /** @return the folder that holds the programs, checked */
    Path unpacked() throws IOException {
        makePrivate(Files.createDirectories(parent));
        Path home = parent.resolve(bundle.id());
        if (Files.isDirectory(home) && Manifest.holds(home)) {
            return home;
        }
        sweep();
        Path fresh = Files.createTempDirectory(parent, FRESH);
        fill(fresh);
        setAside(home);
        place(fresh, home);
        return home;
    }

    private void fill(Path folder) throws IOException {
        makePrivate(folder);
        List<Manifest.Line> lines = new ArrayList<>();
        for (String name : bundle.names()) {
            Path file = folder.resolve(name);
            lines.add(Manifest.Line.of(file, copy(name, file)));
        }
        new Manifest(lines).write(folder);
    }

    /** Flushed to the disk: after a power cut a file of the right size may else be full of zeros. */
    private String copy(String name, Path file) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (InputStream in = bundle.read(name);
                FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        makePrivate(file);
        return Hash.hex(digest.digest());
    }

    private void setAside(Path home) throws IOException {
        if (Files.exists(home) && !Manifest.holds(home)) {
            Path aside = Files.createTempDirectory(parent, BAD);
            try {
                Files.move(home, aside.resolve("was"));
            } catch (NoSuchFileException anotherProgramDidIt) {
                return;
            } finally {
                remove(aside);
            }
        }
    }

    private void place(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException anotherProgramWasFaster) {
            remove(fresh);
            if (!Files.isDirectory(home) || !Manifest.holds(home)) {
                throw anotherProgramWasFaster;
            }
        }
    }

    /** Removes what a program that was killed while unpacking left behind. */
    private void sweep() throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(parent)) {
            old = all.filter(p -> p.getFileName().toString().startsWith(".")).filter(this::isAbandoned).toList();
        }
        for (Path folder : old) {
            remove(folder);
        }
    }

    private boolean isAbandoned(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Mine alone. Windows has no such bits; there the user's profile folder is private by itself. */
    private static void makePrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
