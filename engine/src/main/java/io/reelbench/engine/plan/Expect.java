package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a finished product must be, checked before it is called done. */
public sealed interface Expect {

    /**
     * A film, a sound file or a still.
     *
     * @param tracks      in order, data tracks apart
     * @param lengthUs    of the longest picture or sound, in microseconds; empty for stills and where nobody knows
     * @param toleranceUs how far the length may be off: two frames and one audio packet for encodes, one GOP for copied cuts
     * @param size        upright size of the picture; empty without one
     * @param maxBytes    the size that was promised not to be passed
     * @param promise     what else of the clip must be found again
     */
    record Film(List<TrackExpected> tracks, OptionalLong lengthUs, long toleranceUs, Optional<Size> size,
            OptionalLong maxBytes, Promise promise) implements Expect {

        public Film(List<TrackExpected> tracks, OptionalLong lengthUs, long toleranceUs, Optional<Size> size,
                OptionalLong maxBytes) {
            this(tracks, lengthUs, toleranceUs, size, maxBytes, Promise.NOTHING);
        }
    }

    /**
     * An animated WebP, which this ffmpeg writes but cannot read.
     *
     * @param lengthUs    of one play, in microseconds; empty where nobody knows
     * @param toleranceUs how far it may be off
     */
    record Moving(Size size, OptionalLong lengthUs, long toleranceUs) implements Expect {
    }

    /**
     * Many pictures, in a folder or an archive.
     *
     * @param least at least so many
     * @param most  at most so many
     * @param codec ffmpeg's name
     * @param size  of each
     */
    record Pictures(Packing packing, long least, long most, String codec, Size size) implements Expect {
    }

    /**
     * What a person's own command makes: files that are not empty and open.
     *
     * @param folder whether it is a folder of them
     */
    record Anything(boolean folder) implements Expect {
    }

    /**
     * Pieces of a film in a folder, with a list of them that says what was counted in each.
     *
     * @param film     what each is, but for its length
     * @param pieces   in order
     * @param pictures whether each has two pictures beside it
     */
    record Slices(Film film, List<Slice> pieces, boolean pictures) implements Expect {
    }

    /**
     * One piece.
     *
     * @param lengthUs    in microseconds; empty where nobody knows
     * @param toleranceUs how far it may be off
     * @param packets     of its picture, or of its sound without one; empty where nobody can know before
     * @param lacking     how many of these the beginning may hide, because they cannot be decoded without what was before
     */
    record Slice(OptionalLong lengthUs, long toleranceUs, OptionalLong packets, long lacking) {
    }

    /** A text that is not empty. */
    record Words(Syntax syntax) implements Expect {
    }

    /**
     * Subtitles in a file of their own.
     *
     * @param text whether they are text; else pictures
     */
    record Cues(boolean text) implements Expect {
    }

    /** How a text can be read back. */
    enum Syntax {
        PLAIN, JSON, CSV
    }

    /**
     * One track.
     *
     * @param kind  video, audio, subtitle or cover
     * @param codec ffmpeg's codec name
     */
    record TrackExpected(Kind kind, String codec) {

        public enum Kind {
            VIDEO, AUDIO, SUBTITLE, COVER
        }
    }
}
