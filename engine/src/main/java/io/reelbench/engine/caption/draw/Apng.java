package io.reelbench.engine.caption.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures that follow each other into one file (APNG), each with the time that it is shown, to the millisecond. What is not drawn of
 * a picture is transparent.
 */
final class Apng implements Closeable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int EIGHT_BITS = 8;
    private static final int RGB_AND_ALPHA = 6;
    private static final int MOST = 65_535;
    private static final int CLEARED_AFTERWARDS = 1;
    private static final int REPLACES = 0;
    private static final int BYTES = 4;

    private final RandomAccessFile out;
    private final long countAt;
    private final int width;
    private final int height;
    private int frames;
    private int sequence;

    Apng(Path file, int width, int height) throws IOException {
        this.width = width;
        this.height = height;
        out = new RandomAccessFile(file.toFile(), "rw");
        out.setLength(0);
        out.write(SIGNATURE);
        chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) EIGHT_BITS).put((byte) RGB_AND_ALPHA)
                .put((byte) 0).put((byte) 0).put((byte) 0).array());
        countAt = out.getFilePointer();
        chunk("acTL", new byte[8]);
    }

    /** Nothing for a while. */
    void gap(long ms) throws IOException {
        long rest = ms;
        while (rest > 0) {
            // the unit of a pause may be chosen, and what fits into it is short
            boolean whole = rest > MOST;
            long part = whole ? Math.min(rest / 1000, MOST) : rest;
            boolean first = frames == 0;
            frame(0, 0, new BufferedImage(first ? width : 1, first ? height : 1, BufferedImage.TYPE_INT_ARGB), (int) part,
                    whole ? 1 : 1000);
            rest -= whole ? part * 1000 : part;
        }
    }

    /** A picture at a place of the whole; the first one must be as large as that. */
    void show(int x, int y, BufferedImage picture, long ms) throws IOException {
        long rest = ms;
        while (rest > 0) {
            int part = (int) Math.min(rest, MOST);
            frame(x, y, picture, part, 1000);
            rest -= part;
        }
    }

    private void frame(int x, int y, BufferedImage picture, int delay, int unit) throws IOException {
        chunk("fcTL", ByteBuffer.allocate(26).putInt(sequence++).putInt(picture.getWidth()).putInt(picture.getHeight()).putInt(x)
                .putInt(y).putShort((short) delay).putShort((short) unit).put((byte) CLEARED_AFTERWARDS).put((byte) REPLACES)
                .array());
        byte[] data = packed(picture);
        if (frames == 0) {
            chunk("IDAT", data);
        } else {
            chunk("fdAT", ByteBuffer.allocate(4 + data.length).putInt(sequence++).put(data).array());
        }
        frames++;
    }

    private static byte[] packed(BufferedImage picture) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream into = new DeflaterOutputStream(packed, deflater)) {
            int[] row = new int[picture.getWidth()];
            byte[] line = new byte[1 + BYTES * row.length];
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.getRGB(0, y, row.length, 1, row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    int argb = row[x];
                    line[1 + BYTES * x] = (byte) (argb >> 16);
                    line[2 + BYTES * x] = (byte) (argb >> 8);
                    line[3 + BYTES * x] = (byte) argb;
                    line[4 + BYTES * x] = (byte) (argb >>> 24);
                }
                into.write(line);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void chunk(String name, byte[] data) throws IOException {
        byte[] head = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(head);
        sum.update(data);
        out.write(ByteBuffer.allocate(12 + data.length).putInt(data.length).put(head).put(data).putInt((int) sum.getValue())
                .array());
    }

    @Override
    public void close() throws IOException {
        try (out) {
            chunk("IEND", new byte[0]);
            out.seek(countAt);
            chunk("acTL", ByteBuffer.allocate(8).putInt(frames).putInt(1).array());
        }
    }
}
