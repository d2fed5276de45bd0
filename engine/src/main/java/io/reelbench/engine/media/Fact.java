package io.reelbench.engine.media;

/** Something about a clip that its probe does not tell: finding it costs a look into the file. It ends up in {@link Known}. */
public sealed interface Fact {

    /** Whether it is found in the clip itself; else in a file beside it. */
    default boolean isOfTheClip() {
        return switch (this) {
            case Chapters _,Cover _,Mark _,Cues _,Ranges _,Beside _,Clip _,Lines _,Font _ -> false;
            case Frames _,Landing _,Bars _,Packets _,Answer _,Keyframes _,Scenes _,Pauses _,Interlacing _,Attached _,Stretch _,TrackText _ ->
                true;
        };
    }

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

    /** What chapters a list in a file beside the clip names. */
    record Chapters(java.nio.file.Path file) implements Fact {
    }

    /** What kind of picture a file beside the clip is. */
    record Cover(java.nio.file.Path file) implements Fact {
    }

    /** What a picture or clip beside the clip is that is to lie over it. */
    record Mark(java.nio.file.Path file) implements Fact {
    }

    /** What subtitles a file beside the clip holds. */
    record Cues(java.nio.file.Path file) implements Fact {
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

    /** Every place where a copy can start, and how much lies between them. */
    record Keyframes() implements Fact {
    }

    /**
     * Where a new scene begins, found by looking at every frame.
     *
     * @param percent how unlike two frames are at a cut, 0 to 100
     */
    record Scenes(double percent) implements Fact {
    }

    /**
     * The middles of pauses of the sound, found by hearing all of it.
     *
     * @param leastUs shorter ones do not count, in microseconds
     */
    record Pauses(long leastUs) implements Fact {
    }

    /** Whether the frames are interlaced, and which field comes first, measured on a sample. */
    record Interlacing() implements Fact {
    }

    /** What a picture file carries beside its picture: a colour profile, what the camera wrote down. */
    record Attached() implements Fact {
    }

    /**
     * What a file is that an operation names beside the clip.
     *
     * @param file absolute
     */
    record Beside(java.nio.file.Path file) implements Fact {
    }

    /**
     * What a clip, sound or picture is that an operation reads beside the clip.
     *
     * @param file absolute
     */
    record Clip(java.nio.file.Path file) implements Fact {
    }

    /** What a text file beside the clip holds, before anybody knows how its bytes are letters. */
    record Lines(java.nio.file.Path file) implements Fact {
    }

    /** Whether a file beside the clip is a font. */
    record Font(java.nio.file.Path file) implements Fact {
    }

    /**
     * The text of a track of subtitles.
     *
     * @param track the stream's index
     */
    record TrackText(int track) implements Fact {
    }

    /**
     * How the frames of a part lie between its keyframes, for a cut that encodes only around its ends.
     *
     * @param fromUs its first frame is the first one shown at this time or later, in microseconds from the first frame
     * @param toUs   the first frame shown at this time or later is no longer in it; empty for all up to the last
     */
    record Stretch(long fromUs, java.util.OptionalLong toUs) implements Fact {
    }
}
