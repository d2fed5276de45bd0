package io.reelbench.engine.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Second copies of results, named by their digests, for those who want them: up to a size, and the ones that were not used longest go. */
final class Copies {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final Path folder;
    private final LongSupplier most;

    Copies(Path folder, LongSupplier most) {
        this.folder = folder;
        this.most = most;
    }

    Path of(String digest) {
        return folder.resolve(digest);
    }

    /** Keeps a copy of a result if there is room for it at all. */
    synchronized void keep(Earlier.Kept result) throws InterruptedException {
        if (result.bytes() > most.getAsLong()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path copy = of(result.digest());
            if (!Files.exists(copy)) {
                Path beside = folder.resolve(result.digest() + ".part");
                if (Copying.copied(result.file(), result.digest(), beside, _ -> {
                })) {
                    Files.move(beside, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            trim();
        } catch (IOException full) {
            LOG.warn("No copy of {} is kept", result.file(), full);
        }
    }

    /** It was of use. */
    synchronized void used(Path copy) {
        try {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        } catch (IOException gone) {
            LOG.debug("{} is gone", copy, gone);
        }
    }

    /** Takes away what is more than the limit. */
    synchronized void trim() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        record Copy(Path file, long bytes, FileTime used) {
        }
        List<Copy> all = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                all.add(new Copy(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (NoSuchFileException raced) {
            return; // another program tidies up
        }
        all.sort(Comparator.comparing(Copy::used));
        long bytes = all.stream().mapToLong(Copy::bytes).sum();
        for (Copy copy : all) {
            if (bytes <= most.getAsLong()) {
                break;
            }
            Files.deleteIfExists(copy.file);
            bytes -= copy.bytes;
        }
    }

    synchronized void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path file : inside.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
