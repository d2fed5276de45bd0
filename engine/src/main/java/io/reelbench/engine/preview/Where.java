package io.reelbench.engine.preview;

/** Which frame of a clip. Times are microseconds from its first frame; a time past the end means the last frame. */
public sealed interface Where {

    /** The frame on screen at a time, exactly. */
    record At(long us) implements Where {
    }

    /**
     * One at or before a time that is quick to show, while a scrub bar is dragged. Asked for again it comes nearer: it is decoded towards
     * that time for a moment each time.
     */
    record Near(long us) implements Where {
    }

    /** The frame after the one on screen at a time; at the end, the last one. */
    record NextFrame(long us) implements Where {
    }

    /** The frame before the one on screen at a time; at the start, the first one. */
    record PreviousFrame(long us) implements Where {
    }

    /** The first keyframe after a time; when there is none, the last frame. */
    record NextKeyframe(long us) implements Where {
    }

    /** The last keyframe before the frame on screen at a time; when there is none, the first frame. */
    record PreviousKeyframe(long us) implements Where {
    }
}
