package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Message;

/** The sentences of planning: what cannot be done, and what will be done and why. */
enum PlanWords implements Message {
    NOT_AN_ENCODER("“{0}” is not the name of an encoder"), NOT_A_SAMPLE_RATE("“{0}” is not a sample rate: write 48000 or source"),
    SAMPLE_RATE_RANGE("{0} is outside 8000 to 384000 Hz"), TOO_WIDE("the picture would be {0}; at most {1} pixels a side"),
    FIT_NEEDS_BOTH("{0} needs both a width and a height"),

    NO_NUMBER("“{0}” needs one number: write %d, %05d or {index}"),
    NO_FOLDERS("“{0}”: a name cannot hold / or \\; choose the folder apart"),
    LONG_PATTERN("a pattern has at most {0} characters"),

    // what cannot be done
    NO_LETTERS("this ffmpeg cannot write on pictures; switch timestamps and header off"),
    NO_SERIES("{0} cannot be written as a series of pictures; PNG, TIFF and WebP lose nothing or little"),
    PICTURE_OVER("the picture of {0} ends at {1}, before the part that is to be kept"),
    LESS_THAN_A_FRAME("{0} lasts {1}, which is less than one frame at {2} a second"),
    SPREAD_UNKNOWN("the length of {0} is not known, so pictures cannot be spread evenly; give an interval"),
    SOUND_ALONE("{0} holds sound alone"), NO_PICTURE_FIX("leave the picture out"),
    PICTURE_CONTAINER("{0} cannot hold {1} pictures; it takes {2}"), SOUND_CONTAINER("{0} cannot hold {1} sound; it takes {2}"),
    COPY_CHANGED("the picture cannot be copied because {0}"), COPY_SOUND_CHANGED("the sound cannot be copied because {0}"),
    USE("use {0}"), LEAVE("leave {0} out"), LET_ENCODE("let it be encoded"),
    COPY_CUT("cuts at keyframes copy the picture, but {0}"), COPY_CUT_FIX("use mode {0}"),
    NO_ENCODER("this ffmpeg has no encoder for {0}"),
    NO_NAMED_ENCODER("this ffmpeg has no encoder “{0}”"), UNFIT_ENCODER("“{0}” does not work on this machine: {1}"),
    WRONG_ENCODER("“{0}” does not write {1}"),
    NOT_DECODABLE("this ffmpeg cannot decode {0}, so it can only be copied"),
    NO_FORMAT("{0} cannot write {1}; it writes {2}"), PROFILE_FIX("choose a profile or a bit rate"),
    NO_QUALITY("{0} has no quality setting"),
    NO_LOSSLESS("{0} cannot be lossless; H.264, H.265, AV1, VP9 and FFV1 can"), CRF_RANGE("{0} is outside 0 to {1} for {2}"),
    NO_PROFILE("{0} has no profile “{1}”"),
    NO_TARGET("a target size or score needs a codec with a bit rate, and {0} has none"),
    NO_TARGET_HARDWARE("a target score needs a software encoder"),
    NO_LENGTH("the length of {0} is not known, so it cannot be fitted under a size"),
    TOO_SMALL("{0} is too small for {1} with its sound: at least {2} are needed"),
    RATE_ILLEGAL("{0} cannot have {1} Hz; it takes {2}"), CHANNELS_ILLEGAL("{0} holds at most {1} channels"),
    QUALITY_SOUND("{0} has no variable bit rate; give audio-bitrate"),
    NOTHING("nothing would be in the file: no track is chosen that {0} can hold"),
    NO_METRIC("this ffmpeg cannot measure {0}; it can measure {1}"),
    TOO_NARROW("{0} needs a picture of at least {1}; this one is {2}"),
    // what is done
    PICTURE("picture"), SOUND("sound {0}"), SUBTITLES("subtitles {0}"), COVER("cover"), COPIED("copied"),
    ENCODED("encoded as {0}"), LEFT_OUT("left out"), CONVERTED("converted to {0}"),
    UNCHANGED("nothing changes it"), RETIMED("only its times change, to {0} frames a second"), FILTERED("a step changes it"),
    CUT_EXACTLY("an exact cut needs it"),
    CODEC_ASKED("{0} was asked for"), QUALITY_ASKED("a quality or form was asked for"),
    NOT_NITS("“{0}” is not a level of light: write auto, or nits such as 1000"),
    NITS_RANGE("{0} is outside 100 to 10000 nits"), NO_TURNS("{0} cannot tell players to turn it"),
    CONTAINER_REFUSES("{0} does not hold {1}"),
    ALWAYS("compressing always encodes"), FIT_CONTAINER("it is kept as it is"),
    NO_PLACE("{0} has no place for it"), PICTURE_SUBTITLES("{0} cannot hold subtitles that are pictures"),
    SEVERAL_PARTS("subtitles cannot follow several joined parts"),
    READ_EARLIER("subtitles cannot follow an exact cut of this kind of file"), STILL_TAKEN("taken at {0}"),
    STILL_MADE("written as {0}"), SHOWN_FRAME("that frame was asked for"), KEY_FRAME("the keyframe there was asked for"),
    BEST_FRAME("the most typical frame around there was asked for"), IS_STILL("it is a picture already"),

    DRAWN("drawn as {0}"), DRAWING_ASKED("a drawing was asked for"),
    CLIP("clip"),
    MEASURED("measured"),
    SEARCHED("searched for {0}"),
    DESCRIBED("described"),
    LOUDNESS_ASKED("a report of its loudness was asked for"),
    EVENTS_ASKED("a report of them was asked for"),
    FACTS_ASKED("its facts were asked for"),
    MOVING("a picture that moves was asked for"),
    TAKEN("{0} taken as {1}"),
    MANY_ASKED("pictures were asked for"),
    TILES("tiles of one picture"),

    // notes
    FEWER_FRAMES("{0} frames a second: the clip has no more."),
    LONG_GIF("It lasts {0} and will have {1} to {2}; a film would be far smaller."),
    NO_HARDWARE("No hardware encoder for {0} works here, so the software one is used."),
    REALLY_STARTS("Starts at {0}, the keyframe before {1}: {2} more than asked for."),
    STARTS_EXACTLY("Starts at {0} exactly: a keyframe lies there."),
    EVEN_SIZE("The picture is cut to {0}, because {1} needs even sides."),
    HDR_KEPT_8("The picture is HDR but is written with 8 bits; skies may show bands. H.265 keeps 10 bits."),
    INTERLACED("The picture is interlaced and stays so."),
    ALPHA_LOST("Transparency is lost: {0} cannot hold it, so black is put behind."),
    DEPTH_LOST("{0} bits become {1}: {2} has no more here."),
    RATE_IGNORED("{0} is lossless: the sound bit rate is not used."), TUNE_IGNORED("{0} has no tune “{1}”; it is not used."),
    DOWNMIXED("{0} channels become {1}: {2} holds no more."), RESAMPLED("{0} Hz becomes {1} Hz, the nearest that {2} has."),
    OTHER_PICTURES("{0} more picture tracks are left out."),
    DATA_LEFT("Data tracks (such as GPS or telemetry) are left out: {0} has no place for them."),
    TAGS_LEFT("Some tags are left out: {0} has no place for {1}."),
    CHAPTERS_LEFT("Chapters are left out: {0} has no place for them."),
    DATE_LEFT("The date of recording is left out: {0} has no place for it."),
    PLACE_LEFT("The place of recording is left out: {0} has no place for it."),
    TIMECODE_LEFT("The timecode is left out: {0} has no place for it."),
    TITLES_LEFT("The titles of tracks are left out: {0} has no place for them."),
    LANGUAGES_LEFT("The language of the sound is left out: {0} has no place for it."),
    DOLBY_VISION_ENCODED("Dolby Vision is left out: its layer cannot be encoded anew. What lies under it is kept."),
    DOLBY_VISION_LEFT("Dolby Vision is left out: {0} has no place for it."),
    FONTS_LEFT("Attached files (such as fonts) are left out: {0} has no place for them."),
    OTHER_COVERS("{0} more cover pictures are left out."), ADDED("added"), COVER_ASKED("it was asked for"),
    HIDDEN_BEGINNING("{0} would show what its edit list hides"),
    COLOURS_UNSAID("DNxHR cannot say that its colours are meant as {0}; players take them for bt709."),
    LOST_CHAPTERS("Not all of the {0} chapters are in the result."), LOST_TAG("The tag “{0}” is not in the result."),
    LOST_DATE("The date of recording is not in the result."), LOST_PLACE("The place of recording is not in the result."),
    LOST_TIMECODE("The result does not start at the timecode {0}."),
    LOST_LANGUAGES("The languages of the sound ({0}) are not in the result."),
    LOST_TITLES("The titles of the sound tracks are not in the result."),
    LOST_RATE("The result does not say that it has {0} frames a second."),
    LOST_COLOURS("The result does not say how its colours are meant ({0})."),
    LOST_MASTERING("The light levels of the HDR picture are not in the result."),
    COVER_LEFT("The cover picture is left out: {0} has no place for it."),
    SECOND_TRY("If it comes out too large, the second pass is done once more."),
    CUT_SHORT("{0} ends before its index says it does; trim it to the part that is there."),
    TIMECODE_MOVED("The timecode starts at {0}."),
    TIMECODE_KEPT("The timecode still starts at {0}; it counts the same frames."),
    TIMECODE_DROPPED("The timecode is left out: at another speed it would count other frames."),
    DATA_PACED("Data tracks are left out: they would not fit another speed."),
    IF_LARGER("If it comes out no smaller, the source's streams are copied instead."),
    PROFILE_LOST("The colour profile is lost: {0} cannot carry it here, so colours may look different."),
    CAMERA_LOST("What the camera wrote down (date, place, lens) is lost: {0} cannot carry it here."),
    FOUR_INKS("The picture is in four inks (CMYK); it becomes red, green and blue without its profile."),
    FIRST_OF_MOVING("{0} moves; its first frame is taken."),
    BOX_FLAT("Transparency is laid on {0}."), LINE("{0}"),
    SIZE_RANGE("{0} to {1}"), TAKES("about {0} {1}"), TAKES_RANGE("about {0} to {1} {2}");

    private final String english;

    PlanWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
