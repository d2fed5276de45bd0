package io.reelbench.engine.media;

/** Something about a clip that its probe does not tell: finding it costs a look into the file. It ends up in {@link Known}. */
public sealed interface Fact {

    /** The time of every frame, for counting frames where they do not come evenly. */
    record Frames() implements Fact {
    }

    /**
     * Where a copy can start next to a time.
     *
     * @param atUs microseconds from the first frame
     */
    record Landing(long atUs) implements Fact {
    }

    /**
     * Which part of the picture is not black bars.
     *
     * @param level up to how light a pixel counts as black, as a share of white, 0 to 1
     */
    record Bars(double level) implements Fact {
    }

    /** Every packet of every track: how many, how many keyframes, where the last one ends. */
    record Packets() implements Fact {
    }

    /**
     * What ffprobe says of the file, word for word.
     *
     * @param counted whether it counts all packets
     */
    record Answer(boolean counted) implements Fact {
    }

    /** The parts that a file beside the clip lists. Not of the clip itself, so it is read anew each time. */
    record Ranges(Span.Listed list) implements Fact {
    }

    /** Whether the file's time and size tell whether it is still true. */
    default boolean isOfTheClip() {
        return !(this instanceof Ranges);
    }

    /** Whether the frames are interlaced, and which field comes first, measured on a sample. */
    record Interlacing() implements Fact {
    }

    /** What a picture file carries beside its picture: a colour profile, what the camera wrote down. */
    record Attached() implements Fact {
    }
}
