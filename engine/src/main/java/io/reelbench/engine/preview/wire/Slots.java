package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;

/**
 * How pictures that are played lie in their lane's part of the sheet: in places of the same size, as many as there is room for. Both sides
 * reckon it from the size that was asked for.
 *
 * @param count how many places
 * @param bytes of each
 */
public record Slots(int count, int bytes) {

    /** Half a second of a usual film. */
    static final int MOST = 16;
    /** No picture that is played is larger; more pixels than a 4K screen has are never shown at once. */
    private static final Size LARGEST = new Size(4096, 2304);
    private static final int LEAST = 4;
    private static final int PIXEL = 4;
    /** Of all places together. */
    static final int ROOM = LEAST * 4096 * 2304 * PIXEL;

    /** For pictures that are fitted into a size. */
    public static Slots of(Size within) {
        int bytes = (int) (PIXEL * fitting(within).pixels());
        return new Slots(Math.clamp(ROOM / bytes, LEAST, MOST), bytes);
    }

    /** The size, or as much of it as has room. */
    public static Size fitting(Size within) {
        return new Size(Math.clamp(within.width(), 1, LARGEST.width()), Math.clamp(within.height(), 1, LARGEST.height()));
    }

    /** Where a place begins in the lane's part of the sheet. */
    public int offset(int slot) {
        return slot * bytes;
    }
}
