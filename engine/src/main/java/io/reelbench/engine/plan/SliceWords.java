package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Message;

/** The sentences about cutting a film into files. */
enum SliceWords implements Message {
    PIECES("{0} pieces"), ONE_PIECE("1 piece"),

    // how
    AT_FRAMES("cut to the frame"), AT_KEYFRAMES("cut at keyframes"), AT_PACKETS("cut between packets"), UNCUT("whole"),
    FRAMES_ASKED("an exact cut was asked for"), COPY_ASKED("a copy can only be cut there"),
    SMART_ENCODES("the piece must begin at the very frame; mode copy is instant, but begins at keyframes"),
    AROUND_CUTS("only those around the cuts are encoded"),
    SMART_COPIES("in {0} of them the picture is copied but for {1} of {2} frames"),
    SIZE_ASKED("only their size was asked for"), NOTHING_CUT("there is nothing to cut"),

    // notes
    CUT_AT("Cut at the keyframes {0}."), CUT_AT_MORE("Cut at the keyframes {0} and {1} more."), ASKED("{0} (asked for {1})"),
    MERGED("{0} of the cuts fall together with another, because no keyframe lies between them, or with the end."),
    LEADING("{0} frames at the beginnings of pieces cannot be shown: they need the piece before. Mode reencode keeps them."),
    SOUND_LEADS("Where pieces meet, the sound is cut up to {0} ms before the picture: between packets."),
    NO_COVER("The cover picture is left out of the pieces."), CHAPTERS("Chapters are left out of the pieces."),
    TIMECODE("The pieces carry no timecode; the list beside them says it."),
    UNDER("Each piece stays under {0}: about {1} long, and never more than {2} a second."),

    // what cannot be done
    TOO_LARGE("from {0} to {1} there is no keyframe to cut at, and that much has about {2}; with mode reencode any size will do"),
    NO_ROOM("{0} is too small for {1} of sound and picture"),
    UNKNOWN_LENGTH("the length of {0} is not known, so it cannot be cut by size"),
    NO_SIZE("a target size is of one file; give slice a max-size instead");

    private final String english;

    SliceWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
