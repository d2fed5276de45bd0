package io.reelbench.engine.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was made once, on disk. Named by the content of the clip, what it is and how it was asked for, so that a renamed or copied clip finds
 * it. Written under another name first; whatever is damaged counts as not there; when it grows too large, what was not used for longest goes.
 * Two programs may use it at once.
 */
final class Kept {

    /** Of the form and of how things are made: anything that another version kept is not found. */
    private static final int VERSION = 1;
    private static final int MAGIC = 0x52424B30 + VERSION;
    /** Room that is made at once, so that not every write looks through the folder. */
    private static final double LEFT = 0.9;
    private static final long USED_LATELY_MS = 60_000;
    private static final int LARGEST = 64 << 20;
    private static final String SUFFIX = ".kept";
    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final Path folder;
    private volatile long most;
    private final Fingerprint.Reader fingerprints = new Fingerprint.Reader();
    /** −1 until somebody looked. */
    private long bytes = -1;

    /** @param most bytes that it may take up */
    Kept(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * What was kept; empty when it was not, or is damaged, or the clip at this very place has changed since.
     *
     * @param what kind and parameters
     */
    Optional<ByteBuffer> find(Path clip, String what) {
        try {
            Fingerprint print = fingerprints.of(clip);
            Path file = file(print, what);
            ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
            Optional<ByteBuffer> content = content(all, print);
            if (content.isPresent()) {
                used(file);
            }
            return content;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | BufferUnderflowException | DataFormatException damaged) {
            LOG.debug("not kept", damaged);
            return Optional.empty();
        }
    }

    private static Optional<ByteBuffer> content(ByteBuffer all, Fingerprint print) throws DataFormatException {
        CRC32C sum = new CRC32C();
        if (all.remaining() < 2 * Integer.BYTES || all.getInt() != MAGIC) {
            return Optional.empty();
        }
        sum.update(all.slice(all.position(), all.remaining() - Integer.BYTES));
        if (all.getInt(all.limit() - Integer.BYTES) != (int) sum.getValue()) {
            return Optional.empty();
        }
        byte[] place = new byte[all.getInt()];
        all.get(place);
        boolean changed = all.getLong() != print.modifiedMs()
                && new String(place, StandardCharsets.UTF_8).equals(print.place());
        int length = all.getInt();
        if (changed || length < 0 || length > LARGEST) {
            return Optional.empty();
        }
        byte[] content = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(all.slice(all.position(), all.remaining() - Integer.BYTES));
            return inflater.inflate(content) == length ? Optional.of(ByteBuffer.wrap(content)) : Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static void used(Path file) throws IOException {
        long now = System.currentTimeMillis();
        if (now - Files.getLastModifiedTime(file).toMillis() > USED_LATELY_MS) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(now));
        }
    }

    /** Keeps something; that it cannot be written is no reason to fail. */
    void keep(Path clip, String what, ByteBuffer content) {
        try {
            Fingerprint print = fingerprints.of(clip);
            Path file = file(print, what);
            Files.createDirectories(file.getParent());
            byte[] all = packed(content, print);
            Path other = Files.createTempFile(file.getParent(), "new-", ".tmp");
            Files.write(other, all);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            grown(all.length);
        } catch (IOException full) {
            LOG.info("cannot be kept", full);
        }
    }

    private static byte[] packed(ByteBuffer content, Fingerprint print) {
        byte[] place = print.place().getBytes(StandardCharsets.UTF_8);
        int length = content.remaining();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content.duplicate());
            deflater.finish();
            byte[] room = new byte[length + length / 100 + 1024];
            int size = deflater.deflate(room);
            ByteBuffer all = ByteBuffer.allocate(5 * Integer.BYTES + Long.BYTES + place.length + size - Integer.BYTES);
            all.putInt(MAGIC).putInt(place.length).put(place).putLong(print.modifiedMs()).putInt(length).put(room, 0, size);
            CRC32C sum = new CRC32C();
            sum.update(all.array(), Integer.BYTES, all.position() - Integer.BYTES);
            return all.putInt((int) sum.getValue()).array();
        } finally {
            deflater.end();
        }
    }

    private Path file(Fingerprint print, String what) {
        byte[] name = Fingerprint.sha256().digest((VERSION + "\n" + print.hash() + "\n" + what).getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(name, 0, 20);
        return folder.resolve(hex.substring(0, 2)).resolve(hex + SUFFIX);
    }

    private synchronized void grown(long by) throws IOException {
        bytes = bytes < 0 ? bytes() : bytes + by;
        if (bytes > most) {
            shrink((long) (most * LEFT));
        }
    }

    /** Another limit; what is too much goes at once. */
    synchronized void most(long limit) throws IOException {
        most = limit;
        bytes = -1; // another program may have kept things meanwhile
        grown(0);
    }

    private record Entry(Path file, long bytes, FileTime used) {
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try {
                    entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException removedByAnother) {
                    LOG.debug("gone", removedByAnother);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries;
    }

    private void shrink(long to) throws IOException {
        List<Entry> entries = entries();
        entries.sort(Comparator.comparing(Entry::used));
        long left = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : entries) {
            boolean beingWritten = !entry.file().toString().endsWith(SUFFIX)
                    && entry.used().toInstant().isAfter(Instant.now().minusSeconds(600));
            if (left > to && !beingWritten) {
                Files.deleteIfExists(entry.file());
                left -= entry.bytes();
            }
        }
        bytes = left;
    }

    /** How much it takes up. */
    long bytes() throws IOException {
        return entries().stream().mapToLong(Entry::bytes).sum();
    }

    synchronized void clear() throws IOException {
        for (Entry entry : entries()) {
            Files.deleteIfExists(entry.file());
        }
        bytes = 0;
    }
}
