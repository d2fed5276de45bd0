package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of operations and recipes. */
enum OperationWords implements Message {
    NEEDS_PICTURE("“{0}” needs a picture, and {1} has none"), NEEDS_SOUND("“{0}” needs sound, and {1} has none"),
    NEEDS_SUBTITLE("“{0}” needs subtitles, and {1} has none"), NO_SUBTITLE_FITS("no subtitle track of {1} fits “{0}”"),
    NEEDS_STILL("“{0}” needs a picture file, and {1} is none"),
    ONE_PICTURE("take one picture out of it"), MANY_PICTURES("take many pictures out of it"),
    NEEDS_EITHER("“{0}” needs a picture or sound, and {1} has neither"),
    NEEDS_FILM("“{0}” needs a film, and {1} is a still picture"), PAST_END("{0} is at or past the end of {1}, which is {2} long"),
    ENDS_BEFORE("ends at {0}, before it starts at {1}"), NO_FRAME("no frame begins between {0} and {1}"),
    LENGTH_UNKNOWN("the length of {0} is not known; give a time instead of a share or the end"),
    NO_TRACK("track {0} was asked for; {1} has {2}"), SIZE_REQUIRED("give at least one of resolution, width, height"),
    SAME_SIZE("the picture is {0} already"),
    WHOLE_CLIP("keeps the whole clip; nothing would change"),
    CUT_AFTER_TIME("a step above changes with the time, so only one part can be kept here; move trim up"),
    NOTHING_LEFT("nothing of {0} would be left"), COPY_REFUSED("“compress” always encodes; use transcode to copy"),
    FORMAT_ONE("give pixel-format or the three it stands for, not both"),
    METRIC_ALONE("metric is only used with target-score"),
    TWO_PASS_QUALITY("two passes need a bit rate or a target size; quality and crf spend their bits in one"),
    AFTER_SINK("“{0}” stands after “{1}”, which already writes the file; move it up"),
    NO_OPERATION("there is no operation “{0}”"), DID_YOU_MEAN("did you mean {0}?"),
    NO_STEPS("a recipe needs at least one step"), BAD_RECIPE("this is not a recipe: {0}"),
    BAD_SCHEMA("this recipe is of schema {0}; this program reads 1"),
    NO_SCHEMA("a recipe says \"schema\": 1"), UNKNOWN_KEY("a recipe has no key “{0}”"), NO_OP("step {0} does not say its \"op\""),
    STEP("step {0} ({1}): {2}"),
    LONG_WORDS("“{0}” is longer than {1} characters"),
    BAD_TAG("“{0}” is no short name: small letters, digits and dashes, at most {1}"),
    NOT_PRESETS("this is not a file of presets"),
    NEWER_PRESETS("the file is of format {0}, from a newer Reelbench; this one reads {1}"),
    NEWER_FIX("update Reelbench, or have it exported by an older one"),
    HOW_MANY_PRESETS("a file of presets holds 1 to {0} of them"), IN_PRESET("preset {0}: {1}"),
    ALPHA_BITS("only {0} holds a lossless setting"), LOSSLESS_YES("can only be switched on; leave it out instead"),
    NO_SOUND_THERE("{0} has no sound, so {1} is not looked for"),
    NO_PICTURE_THERE("{0} has no picture, so {1} is not looked for"),
    EDL_FRAMES("an EDL counts frames, and {0} has no picture"),
    SCORE_RANGE("{0} is outside {1} for {2}"),
    LEVEL_REQUIRED("give one of gain, peak, mute"),
    NO_GAIN("a gain of 0 dB changes nothing"),
    NO_TRACK_FITS("no sound track of {1} fits “{0}”"),
    NO_RELINK("a stand-in of other frames than {0} has would no longer relink; no trim, speed or frame rate may stand above it"),
    LEAN_SOUND("The sound is encoded with {0} bit/s, so that the picture has most of the room."),
    NO_TAGS("nothing is set, removed or stripped; nothing would change"),
    LEAVE("leave {0} out"),
    MOVE_BEFORE("move it before “{0}”"),
    MOVE_FIRST("move it to the top"),
    EVEN_BEFORE("put frame-rate before it"),
    LEAVE_THAT("leave “{0}” out"),
    LEAVE_STEP("leave this step out"),
    LET_ENCODE("let it be encoded"),
    SAME_CHANNELS("the sound has these channels already"),
    MERGE_COUNT("two to eight tracks can be merged, and {0} are chosen"),
    MERGE_MONO("track {0} has {1} channels; only mono tracks are merged, so split it first or use map"),
    NO_LAYOUT("“{0}” makes no usual layout: C, L R, L R LFE, L R C CB, L R C LFE LS RS, or all eight of 7.1"),
    NO_CHANNEL("“{0}” names a track or a channel that is not there; there are {1} tracks"),
    JOINED_TWICE("a track that was merged cannot be merged again; do it in one step"),
    NO_FADE("neither in nor out is longer than 0 s"),
    FADE_UNKNOWN("the length of {0} is not known, so it cannot be faded out"),
    FADE_LONG("in and out together take {0}, and {1} is {2} long here"),
    NOT_A_SOUND("{0} is a film and not a sound file"), EXTRACT_INSTEAD("take the sound out of it"),
    SPEED_REQUIRED("give one of factor, fit-duration, conform-to"), SAME_SPEED("that is the speed it has"),
    FIT_UNKNOWN("the length of {0} is not known, so it cannot be fitted; give a factor"),
    FIT_RANGE("that would be {0} times the speed; 0.05 to 100 are possible"),
    CONFORM_UNEVEN("the frames of {0} do not come evenly; make them even first"),
    CONFORM_SAME("the picture has {0} frames a second already");

    private final String english;

    OperationWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
