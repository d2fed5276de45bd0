package io.reelbench.engine.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What stands in files, as a digest. One that was read is not read again as long as the file system says that nothing wrote to it: by its
 * time of last change of any kind, which nobody can set. Where there is no such time, and for a file that just changed, it is read.
 */
final class Contents {

    private static final int KEPT = 4096;
    /** Two changes within so much may bear the same time. */
    private static final long COARSE_US = 2_000_000;

    /** A file as it was, beyond any doubt. */
    private record Mark(Path file, long bytes, long modifiedUs, long changedUs, String key) {
    }

    private final Map<Mark, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Mark, String> eldest) {
            return size() > KEPT;
        }
    };
    private final AtomicLong read = new AtomicLong();

    String of(Path file) throws IOException, InterruptedException {
        Path absolute = file.toAbsolutePath().normalize();
        Optional<Mark> before = mark(absolute);
        Optional<String> kept = before.flatMap(this::known);
        if (kept.isPresent()) {
            return kept.get();
        }
        long began = System.currentTimeMillis() * 1000;
        String digest = Digest.of(absolute);
        read.incrementAndGet();
        boolean sure = before.isPresent() && before.get().changedUs < began - COARSE_US && before.equals(mark(absolute));
        if (sure) {
            keep(before.get(), digest);
        }
        return digest;
    }

    private synchronized Optional<String> known(Mark mark) {
        return Optional.ofNullable(known.get(mark));
    }

    private synchronized void keep(Mark mark, String digest) {
        known.put(mark, digest);
    }

    /** How many files were read. */
    long reads() {
        return read.get();
    }

    private static Optional<Mark> mark(Path file) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        try {
            FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
            return Optional.of(new Mark(file, is.size(), is.lastModifiedTime().to(TimeUnit.MICROSECONDS),
                    changed.to(TimeUnit.MICROSECONDS), String.valueOf(is.fileKey())));
        } catch (UnsupportedOperationException | IllegalArgumentException noSuchTime) {
            return Optional.empty();
        }
    }
}
