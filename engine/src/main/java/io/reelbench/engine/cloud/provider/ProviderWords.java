package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.problem.Message;

/** The sentences about what services can do. */
enum ProviderWords implements Message {
    CREDIT("{0} credit"), CREDITS("{0} credits"), DOLLARS("${0}"),
    INSTEAD("use “{0}” instead"), WITHOUT("leave “{0}” out"),
    JOIN_FIRST("{0} joins clips as they are, before anything else is done"), MOVE_TO_TOP("move “{0}” to the top"),
    MUST_BE_LAST("nobody knows before what “{1}” makes at {0}, so it must be the last step there"),
    MADE_TOO_BIG("what the steps before make is about {0}; {1} takes {2} at most"),
    FILMS_ONLY("{0} cuts only clips with a picture into pieces"), CUT_AT("cut at {0}"),
    FACTS_ALONE("{0} tells the facts of a clip only, not of what other steps make"),
    SOUND_ONLY("{0} gives back the sound only"), SOUND_AFTER("add “{0}”"),
    NO_SUCH("{0} does not offer “{1}”; it offers {2}"), NOT_TOLD("{0} cannot be told this"), AS_USUAL("leave {0} as usual"),
    OUTSIDE("{0} takes {1} to {2} here"), ONE_OF("{0} takes only {1} here"), USE("use {0}"),
    TOO_BIG("{0} is {1}; {2} takes {3} at most"),
    TOO_BIG_TOGETHER("the files have {0} together; {1} takes {2} at most"), MAKE_SMALLER("compress it under {0} first"),
    TOO_LONG("{0} is {1} long; {2} takes {3} at most"), SHORTEN("keep the first {0} only"),
    LENGTH_UNKNOWN("nobody knows how long {0} is, and {1} limits the length"),
    NOT_ITS_FORMAT("{0} does not take files of the format of {1} ({2})"), TO_MP4("convert it to MP4 first"),
    TOO_MANY("{0} joins {1} to {2} clips, and these are {3}"),
    ONLY_PLAIN("{0} reads films of H.264 with AAC only, unless it may encode them twice"),
    ALIKE("{0} joins only clips of the same codec and size without encoding them"),
    FIRST_SOUND("Only the first sound track is kept."),
    SLOW("{0} gives a task {1} only: films that are longer or larger may not be ready in time."),
    FILE_ONLY("{0} wants the subtitles as a file beside the clip"),
    NEEDS_LENGTH("{0} wants to know where the part ends"), NO_PLAN("what it makes is more than one file, and {0} gives one"),
    NOT_AS_MANY("these are {0}, and others are {1}: give one for all, or one for each"),
    TOO_MANY_AT_ONCE("these are {0} at once; {1} are the most"),
    MISSING("“{0}” is needed"), NO_PARAMETER("{0} has no “{1}”"), WORDS_LONG("“{0}” has {1} letters; {2} are the most"),
    NOT_A_NUMBER("“{0}” is not a number"), NO_MODEL("{0} has no model “{1}”; it has {2}"),
    EITHER("give {0} or {1}"),
    ONE_RUN("this takes more than one run of ffmpeg, and {0} does one at a time"),
    NO_FILE("there is no file {0}");

    private final String english;

    ProviderWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
