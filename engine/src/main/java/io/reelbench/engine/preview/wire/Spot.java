package io.reelbench.engine.preview.wire;

/** Which frame, seen from a time. */
public enum Spot {
    AT, NEAR, NEXT, PREVIOUS, NEXT_KEYFRAME, PREVIOUS_KEYFRAME
}
