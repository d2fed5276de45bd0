package io.reelbench.engine.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells one file's content from another's, in a millisecond: its size and a hash of its beginning, its end and some pieces between. A
 * renamed or copied file has the same. What is changed in place between the pieces is found out by its date, see {@link Kept}.
 *
 * @param hash       64 hexadecimal digits
 * @param place      absolute path, when it was read
 * @param modifiedMs last change, milliseconds since 1970
 */
public record Fingerprint(String hash, String place, long modifiedMs) {

    private static final int END = 32 << 10;
    private static final int PIECE = 8 << 10;
    private static final int PIECES = 8;

    /** Those of the last few thousand files, as long as size and date stay the same. */
    static final class Reader {

        private static final int KNOWN = 4096;

        private record State(Path file, long bytes, long modifiedMs) {
        }

        private final Map<State, Fingerprint> known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<State, Fingerprint> eldest) {
                return size() > KNOWN;
            }
        };

        Fingerprint of(Path file) throws IOException {
            State state = new State(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
            synchronized (known) {
                Fingerprint fingerprint = known.get(state);
                if (fingerprint != null) {
                    return fingerprint;
                }
            }
            Fingerprint read = new Fingerprint(hash(file), file.toString(), state.modifiedMs());
            synchronized (known) {
                known.put(state, read);
            }
            return read;
        }
    }

    /** Of a file as it is now. */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long bytes = channel.size();
            digest.update(Long.toString(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            add(digest, channel, 0, END);
            for (int i = 1; i <= PIECES; i++) {
                add(digest, channel, bytes / (PIECES + 1) * i, PIECE);
            }
            add(digest, channel, Math.max(0, bytes - END), END);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {
            continue;
        }
        digest.update(buffer.flip());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
