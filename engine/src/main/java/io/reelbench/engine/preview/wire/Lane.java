package io.reelbench.engine.preview.wire;

/**
 * Works that go on beside each other, each on a thread of its own in the decoder and with a part of its own in the sheet, the file that
 * both processes see.
 */
public enum Lane {
    /** What a person waits for: frames and results. */
    FRAMES(0, 4096 * 4096 * 4),
    /** Thumbnails and filmstrips. */
    PICTURES(FRAMES.offset + FRAMES.bytes, 2048 * 2048 * 4),
    /** Waveforms and lists of keyframes, which read whole files. */
    LONG(PICTURES.offset + PICTURES.bytes, 16 << 20),
    /** Playing: its part of the sheet holds several pictures, so that some lie ready before they are due. */
    PLAYING(LONG.offset + LONG.bytes, Slots.ROOM);

    private final int offset;
    private final int bytes;

    Lane(int offset, int bytes) {
        this.offset = offset;
        this.bytes = bytes;
    }

    /** Where its part of the sheet begins. */
    public int offset() {
        return offset;
    }

    /** How large its part of the sheet is. */
    public int bytes() {
        return bytes;
    }

    /** The longest side of a picture in this lane, in pixels. */
    public int longestSide() {
        return this == FRAMES ? 4096 : 2048;
    }

    /** The size of the whole sheet. */
    public static int sheet() {
        return PLAYING.offset + PLAYING.bytes;
    }
}
