package io.reelbench.engine.reuse;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies a file and proves the copy. */
final class Copying {

    private static final Logger LOG = LoggerFactory.getLogger(Copying.class);
    /** Of whole blocks, so that file systems that can share them do. */
    private static final long PIECE = 64L << 20;

    private Copying() {}

    /**
     * Whether a copy with these very bytes stands there now; else nothing does.
     *
     * @param progress told how much of it is copied, 0 to 1
     */
    static boolean copied(Path from, String digest, Path to, DoubleConsumer progress) throws InterruptedException {
        boolean good = false;
        try {
            copy(from, to, progress);
            good = Digest.of(to).equals(digest);
        } catch (ClosedByInterruptException stopped) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException unreadable) {
            LOG.info("{} cannot be taken again", from, unreadable);
        } finally {
            if (!good) {
                remove(to);
            }
        }
        return good;
    }

    private static void copy(Path from, Path to, DoubleConsumer progress) throws IOException {
        try (FileChannel in = FileChannel.open(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            long all = in.size();
            for (long done = 0; done < all;) {
                long moved = in.transferTo(done, Math.min(PIECE, all - done), out);
                if (moved <= 0) {
                    throw new IOException("it became shorter");
                }
                done += moved;
                progress.accept(done / (double) all);
            }
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            LOG.warn("{} stays", part, stays);
        }
    }
}
