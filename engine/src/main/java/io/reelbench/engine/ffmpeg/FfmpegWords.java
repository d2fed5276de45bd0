package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.problem.Message;

/** The reasons that this package gives inside a {@link io.reelbench.engine.problem.Failure}, for people who cut films. */
enum FfmpegWords implements Message {
    IS_FOLDER("it is a folder"), NO_FILE("it is a device or a pipe, not a file"), NO_CLIP("nothing in it looks like one"),
    NO_TRACKS("it holds no picture, no sound and no subtitles"),
    NO_MOOV("it was not finished: its index (moov) is missing, as after a crash or an interrupted copy"),
    NO_INIT("it is a piece of a stream; the piece with the beginning (init segment) is missing"),
    BAD_HEADER("its beginning cannot be read ({0})"), BAD_DATA("its content cannot be read ({0})"),
    BAD_PICTURE("its picture cannot be read"),
    BAD_TIMES("its times are not written as subtitles of this kind want them (00:00:01,000 --> 00:00:02,500)"),
    ANIMATED_WEBP("animated WebP"), SOME_CODEC("a codec it does not name"), DISK("the disk reported an error"),
    PERCENT("a picture of this kind cannot be opened while a % stands in its name or folder"),
    PIXELS("{0}×{1} pixels"), TRACKS("{0} tracks"), BY_SIGNAL("signal {0}"), WITH_CODE("code {0}: {1}"),
    SILENT("no reason given"),

    NO_CHAPTER("“{0}” does not begin with a time"),
    CHAPTER_COUNT("it names {0} chapters; 1 to {1} are expected"), LONG_LIST("it is larger than 1 MB"),
    NO_TEXT("it is no text in UTF-8"),
    NO_COVER("a JPEG or PNG of at most 32 MB is expected"),
    LONG_TEXT("it is larger than {0} MB"), NO_FONT("it is no TrueType or OpenType font of at most 64 MB"),
    NO_MARK("a picture (PNG, JPEG, WebP, GIF, TIFF, BMP) or a film (MP4, MOV, MKV, WebM, AVI) is expected"),
    NO_CUES("no times of subtitles stand in it; SubRip (.srt), WebVTT (.vtt) and ASS (.ass) are known"),
    LONG_CUES("it is larger than 16 MB"),
    UNSEEN_ALPHA(
            "ffmpeg's filters do not see what is transparent in {0}; save it as PNG or ProRes 4444 in MOV, as APNG or as GIF"),
    NOT_ACCEPTED("ffmpeg did not accept the command: {0}"),

    // why a colour table cannot be used
    TABLE_SIZE("it is empty, or larger than any table of colours"), TABLE_KIND("“{0}” is no table of colours that is known here"),
    TABLE_LINE("line {0} does not belong in such a table"), TABLE_FLAT("it is one-dimensional; a 3D table is needed"),
    TABLE_POINTS("it has {0} points where it says {1}"), TABLE_EMPTY("there are no points in it"),

    // why other programs than our own cannot be used
    NOT_A_PROGRAM("{0} cannot be started"), NOT_FFMPEG("{0} does not say that it is {1}"),
    NO_FFPROBE("there is no ffprobe beside it"), OLD_FFMPEG("ffmpeg {0} is too old; {1} or newer is needed"),

    // why an encoder does not work here
    NO_NVIDIA("there is no NVIDIA driver, or no card that it knows"), OLD_NVIDIA_DRIVER("the NVIDIA driver is too old for it"),
    OLDER_NVIDIA_DRIVER("the NVIDIA driver is too old; {0} or newer is needed"),
    CARD_CANNOT("the graphics chip cannot encode this"),
    NO_AMD("there is no AMD driver"), NO_QUICK_SYNC("there is no Intel graphics with Quick Sync, or no driver for it"),
    NO_VAAPI("the graphics driver offers no encoding (VA-API)"), NO_GRAPHICS("there is no graphics device"),
    DEVICE_SILENT("the device did not answer in time");

    private final String english;

    FfmpegWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
