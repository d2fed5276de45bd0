package io.reelbench.engine.plan;

/** How cuts are made. What was cut several ways is cut in the one that stands last here. */
public enum Cutting {
    /** Exact to the frame; where it can be, only frames around the cuts are encoded. */
    SMART,
    /** Exact to the frame; everything is encoded. */
    EXACT,
    /** Only on keyframes, because the streams are to be copied. */
    KEYFRAMES;

    Cutting and(Cutting other) {
        return compareTo(other) > 0 ? this : other;
    }
}
