package io.reelbench.engine.output;

import io.reelbench.engine.media.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What an animated WebP says of itself, from its RIFF chunks (VP8X, ANMF) as the WebP Container Specification gives them.
 *
 * @param whole    whether the file ends where its chunks do
 * @param lengthUs of one play, in microseconds
 */
record MovingWebp(boolean whole, Size size, int frames, long lengthUs) {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final int FRAME = 16;

    /** Throws when it is no WebP at all. */
    static MovingWebp of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = read(channel, 0, HEAD);
            if (head.remaining() < HEAD || !name(head, 0).equals("RIFF") || !name(head, 8).equals("WEBP")) {
                throw new IOException("no WebP");
            }
            long end = (head.getInt(4) & 0xFFFFFFFFL) + CHUNK;
            Size size = new Size(0, 0);
            int frames = 0;
            long lengthMs = 0;
            long at = HEAD;
            while (at + CHUNK <= Math.min(end, channel.size())) {
                ByteBuffer chunk = read(channel, at, CHUNK + FRAME);
                String name = name(chunk, 0);
                if (name.equals("VP8X") && chunk.remaining() >= CHUNK + 10) {
                    size = new Size(three(chunk, CHUNK + 4) + 1, three(chunk, CHUNK + 7) + 1);
                } else if (name.equals("ANMF") && chunk.remaining() >= CHUNK + FRAME) {
                    frames++;
                    lengthMs += three(chunk, CHUNK + 12);
                }
                long length = chunk.getInt(4) & 0xFFFFFFFFL;
                at += CHUNK + length + (length & 1);
            }
            return new MovingWebp(at == end && channel.size() >= end, size, frames, lengthMs * 1000);
        }
    }

    /** Whether a file is one, and whole. */
    static boolean isOne(Path file) {
        try {
            MovingWebp is = of(file);
            return is.whole && is.frames > 0;
        } catch (IOException noWebp) {
            return false;
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            continue;
        }
        return buffer.flip();
    }

    private static String name(ByteBuffer chunk, int at) {
        return new String(chunk.array(), at, 4, StandardCharsets.US_ASCII);
    }

    private static int three(ByteBuffer chunk, int at) {
        return chunk.get(at) & 0xFF | (chunk.get(at + 1) & 0xFF) << 8 | (chunk.get(at + 2) & 0xFF) << 16;
    }
}
