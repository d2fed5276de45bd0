package io.reelbench.engine.preview.wire;

/** Which frame, seen from a time. */
public enum Spot {
    AT, QUICK, NEAR, NEXT, PREVIOUS, NEXT_KEYFRAME, PREVIOUS_KEYFRAME
}
