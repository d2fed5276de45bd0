package io.reelbench.engine.preview.wire;

/** What becomes of the sound while a clip is played. */
public enum Voice {
    /** There is none, or none is heard at this speed. */
    SILENT,
    HEARD,
    /** This computer has nothing to play it on. */
    NO_DEVICE,
    /** It cannot be decoded. */
    BROKEN
}
