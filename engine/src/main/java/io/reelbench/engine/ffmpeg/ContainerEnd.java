package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Whether a container says of itself that it is longer than the file: the cheap sign of a cut-off copy. Only a sign: some programs write
 * wrong sizes around whole content, so it is confirmed by reading the last packets.
 */
final class ContainerEnd {

    /** More top-level boxes than this are a fragmented file, which may end anywhere. */
    private static final int MOST_BOXES = 64;
    private static final int ID_SEGMENT = 0x18538067;

    private ContainerEnd() {}

    static boolean isBeyond(FileChannel file, String head) throws IOException {
        if (head.startsWith("ftyp", 4) || head.startsWith("moov", 4) || head.startsWith("mdat", 4)) {
            return boxesEndBeyond(file);
        } else if (head.startsWith("RIFF") || head.startsWith("FORM")) {
            ByteOrder order = head.startsWith("RIFF") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            long claimed = Integer.toUnsignedLong(at(file, 4, 4).order(order).getInt());
            // streams of unknown length are written with all bits set or with none
            return claimed < 0xFFFF_0000L && claimed + 8 > file.size() + 1;
        }
        return head.startsWith("\u001A\u0045\u00DF\u00A3") && segmentEndsBeyond(file);
    }

    private static boolean boxesEndBeyond(FileChannel file) throws IOException {
        long position = 0;
        for (int i = 0; i < MOST_BOXES && position + 8 <= file.size(); i++) {
            ByteBuffer box = at(file, position, 16);
            long size = Integer.toUnsignedLong(box.getInt(0));
            if (size == 1 && box.limit() == 16) {
                size = box.getLong(8);
            } else if (size == 0) {
                return false;
            }
            if (size < 8) {
                return false;
            }
            position += size;
            if (position < 0 || position > file.size()) {
                return true;
            }
        }
        return false;
    }

    /** Matroska: one header element, then one segment with its size. */
    private static boolean segmentEndsBeyond(FileChannel file) throws IOException {
        ByteBuffer start = at(file, 0, 128);
        start.position(4);
        long header = number(start);
        long segment = start.position() + header;
        if (header < 0 || segment + 12 > file.size()) {
            return false;
        }
        ByteBuffer element = at(file, segment, 12);
        if (element.getInt() != ID_SEGMENT) {
            return false;
        }
        long size = number(element);
        return size >= 0 && segment + element.position() + size > file.size();
    }

    /** EBML's number of variable length; -1 when it is the one that means unknown. */
    private static long number(ByteBuffer from) {
        int first = Byte.toUnsignedInt(from.get());
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7 || from.remaining() < more) {
            return -1;
        }
        long value = first & 0x7F >> more;
        boolean allSet = value == 0x7F >> more;
        for (int i = 0; i < more; i++) {
            int next = Byte.toUnsignedInt(from.get());
            allSet &= next == 0xFF;
            value = value << 8 | next;
        }
        return allSet ? -1 : value;
    }

    private static ByteBuffer at(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            continue;
        }
        return buffer.flip();
    }
}
