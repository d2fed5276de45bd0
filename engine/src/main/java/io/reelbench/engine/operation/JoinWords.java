package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of joining clips. */
enum JoinWords implements Message {
    TOO_FEW("joining needs at least two clips, and there is one"),
    JOIN_ONCE("clips can be joined once; leave this step out"),
    LOOKS_INTO("“{0}” must look into a file, and the joined film is none yet"),
    NO_PICTURE("{0} has no picture, and {1} has one; sound can only be joined with sound"),
    NOTHING_IN_IT("{0} has neither picture nor sound"),
    LENGTH("the length of {0} is not known, so nothing can follow it"),
    SHORTER("a transition of {0} needs clips twice as long, and {1} lasts {2}"),
    SOUNDLESS("{0} has no sound, and others have"), FILL("fill it with silence"),
    UNLIKE("these clips differ from {0}: {1}"), UNLIKE_ONE("{0} ({1})"), ENCODE("let clips that differ be encoded"),
    MODE_PASSAGE("mode copy leaves nothing between clips; a gap or a transition must be encoded"),

    // how a clip differs from the one that rules
    CODEC("codec {0}, not {1}"), PROFILE("profile {0}, not {1}"), SIZE("{0}, not {1}"), SHAPE("pixels of {0}, not {1}"),
    TURN("turned by {0}°, not {1}°"), PIXELS("{0}, not {1}"), RATE("{0} frames a second, not {1}"),
    UNEVEN("its frames come unevenly"),
    FIELDS("interlaced otherwise"), COLOURS("colours {0}, not {1}"), CLOCK("time counted in {0} s, not {1} s"),
    ORDER("frames stored in another order"), BEGINS("its picture begins {0} after its sound, not {1}"),
    HIDES("its beginning is hidden"), CHANGED("a step changes it"), STILL("a picture, shown for {0}"),
    SAMPLE_RATE("{0} Hz, not {1} Hz"), CHANNELS("{0} channels, not {1}"), SOUNDS("{0} sound tracks, not {1}"),
    PLACES("its tracks lie in another order"), SETUP("encoded with other settings"),
    SOUND_LENGTH("its sound is {0} {1} than its picture"), LONGER("longer"),
    SHORTER_SOUND("shorter"), SILENT("no sound"),

    // notes
    SOUNDS_LEFT("{0} has more sound tracks than the clip that rules; the others are left out."),
    SUBTITLES_LEFT("Subtitles are left out: they cannot follow a join.");

    private final String english;

    JoinWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
