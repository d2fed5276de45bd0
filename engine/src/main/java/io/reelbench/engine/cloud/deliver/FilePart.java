package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stretch of a file, read as often as it must be. */
record FilePart(Path file, long from, long length) {

    /** Is told how many bytes of it went. */
    interface Telling {
        void sent(long bytes);
    }

    InputStream open(Telling telling) {
        try {
            FileChannel channel = FileChannel.open(file);
            channel.position(from);
            return new Stretch(Channels.newInputStream(channel), length, telling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String md5() throws FailedException {
        try (InputStream in = open(_ -> {
        })) {
            MessageDigest digest = MessageDigest.getInstance("MD5"); // what S3 calls a tag
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                digest.update(some, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | UncheckedIOException e) {
            throw new FailedException(new Failure.NoRead(file.toString()), e);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    static String type(Path file) {
        String guessed = URLConnection.guessContentTypeFromName(file.getFileName().toString().replace('#', '_'));
        return guessed == null ? "application/octet-stream" : guessed;
    }

    private static final class Stretch extends FilterInputStream {

        private final Telling telling;
        private final long whole;
        private long left;

        Stretch(InputStream in, long length, Telling telling) {
            super(in);
            this.left = length;
            this.whole = length;
            this.telling = telling;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = super.read(into, at, (int) Math.min(most, left));
            if (n > 0) {
                left -= n;
                telling.sent(whole - left);
            }
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
