package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;
import java.util.List;

/** What comes from the decoder. */
public sealed interface Answer {

    /** It is there, and speaks this version. */
    record Ready(int version) implements Answer {
    }

    /** It is still at it. */
    record Alive(long id) implements Answer {
    }

    /**
     * A picture lies in the lane's part of the sheet.
     *
     * @param us           when the frame is shown
     * @param lengthUs     for how long; 0 when that is not known
     * @param encodedBytes as a keyframe; −1 when it was not encoded
     * @param caveats      what is not as it will be
     */
    record Shown(long id, Size size, long us, long lengthUs, boolean keyframe, long encodedBytes, List<Caveat> caveats)
            implements
                Answer {
    }

    /**
     * A frame of a clip that is played is due: it lies in a place of the lane's part of the sheet until that is said to be free.
     *
     * @param us      when it is shown, in microseconds of the clip
     * @param dropped how many frames were left out so far because they would have come too late
     */
    record Passed(long id, int slot, Size size, long us, long dropped, Voice voice) implements Answer {
    }

    /** A clip that is played has come to a time, without a new frame. */
    record Reached(long id, long us, Voice voice) implements Answer {
    }

    /** A clip was played to the end of its span. */
    record Played(long id) implements Answer {
    }

    /** So many numbers lie in the lane's part of the sheet. */
    record Counted(long id, int count) implements Answer {
    }

    /** It cannot be done. */
    record Failed(long id, Reason reason, String detail) implements Answer {
    }

    /** It was not wanted any more. */
    record Dropped(long id) implements Answer {
    }

    /** Why something cannot be done. */
    enum Reason {
        NO_SUCH_FILE, CANNOT_OPEN, NO_TRACK, NO_DECODER, NO_FRAME, TOO_LARGE, NO_MEMORY, BAD_FILTER, BROKEN
    }

    /** What differs between a frame that is shown and the one that will be made. */
    enum Caveat {
        /** The encoder would not start here, so the frame is shown without it. */
        NOT_ENCODED
    }
}
