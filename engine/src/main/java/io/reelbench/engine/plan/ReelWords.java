package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Message;

/** The sentences of joining. */
enum ReelWords implements Message {
    // why something of a joined whole is encoded
    ALL_ASKED("mode reencode was asked for"), PASSAGE("what lies between the clips needs it"),
    TOO_FEW_ALIKE("only {0} of it could be copied"),
    OWN_HEADERS("the clips are set up differently, and {0} has one place for that"),
    NO_TWIN("no encoder makes clips like {0}"),
    TURNED("the clip that rules is turned, interlaced, of uneven rate or has uneven pixels"),
    UNLIKE_SOUNDS("{0}: {1}"), PICTURE_SETS("it must be as long as the pictures, clip by clip"),
    NOT_END_TO_END("{0} cannot be copied end to end"),
    COPY_BUT("mode copy was asked for, but {0}"), COPY_BUT_FIX("let clips that differ be encoded"),

    // what is done to each clip
    MEMBER("clip {0}"), MADE_ALIKE("made alike"), ALIKE("{0} is like the one that rules"), DIFFERS("{0}: {1}"),

    CLIPS("{0} clips"), ONE_FILE("→ 1 file"), ONE_FILE_ALIKE("→ 1 file, {0} made alike"), JOINED("{0} in all"),

    // notes
    RULES("{0} rules: the others get its size, rate and sound."),
    SCRATCH("Clips that differ are encoded first, then everything is joined by copying.");

    private final String english;

    ReelWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
