package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;

/** How pictures that are played lie in their lane's part of the sheet: in so many places of the same size. */
public final class Slots {

    /** One is being read, the others lie ready. */
    public static final int COUNT = 4;
    /** No picture that is played is larger; more pixels than a 4K screen has are never shown at once. */
    public static final Size LARGEST = new Size(4096, 2304);
    static final int BYTES = 4096 * 2304 * 4;

    private Slots() {}

    /** Where a place begins in the lane's part of the sheet. */
    public static int offset(int slot) {
        return slot * BYTES;
    }

    /** How large a place is. */
    public static int bytes() {
        return BYTES;
    }
}
