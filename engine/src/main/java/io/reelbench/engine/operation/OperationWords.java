package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of operations and recipes. */
enum OperationWords implements Message {
    NEEDS_PICTURE("“{0}” needs a picture, and {1} has none"), NEEDS_SOUND("“{0}” needs sound, and {1} has none"),
    NEEDS_EITHER("“{0}” needs a picture or sound, and {1} has neither"),
    NEEDS_FILM("“{0}” needs a film, and {1} is a still picture"), PAST_END("{0} is at or past the end of {1}, which is {2} long"),
    ENDS_BEFORE("ends at {0}, before it starts at {1}"),
    LENGTH_UNKNOWN("the length of {0} is not known; give a time instead of a share or the end"),
    NO_TRACK("track {0} was asked for; {1} has {2}"),
    NO_BARS("there are no black bars around {0}"), WHOLE_FRAME("keeps the whole picture of {0}"),
    AUTO_YES("can only be switched on; give rect, aspect or sides instead"),
    CROP_ROUNDED("The crop {0} is rounded inwards to {1}, since {2} stores colour for pairs of pixels."),
    BARS_MOVED("black bars are looked for in the clip itself; move crop above what turns, cuts or pads the picture"),
    CROP_TINY("too small for a picture: {0}"), SIZE_REQUIRED("give at least one of resolution, width, height"),
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
    SCORE_RANGE("{0} is outside {1} for {2}"), LEVEL_REQUIRED("give one of gain, peak, mute"),
    NO_GAIN("a gain of 0 dB changes nothing"), NO_TRACK_FITS("no sound track of {1} fits “{0}”");

    private final String english;

    OperationWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
