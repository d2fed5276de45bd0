package io.reelbench.engine.report;

import io.reelbench.engine.problem.Message;

/** The sentences of reports. */
enum ReportWords implements Message {
    // facts
    UNKNOWN_LENGTH("unknown length"), STILL("picture"), CHAPTERS("chapters"), CHAPTER_LINE("{0}  {1}"), BITRATE("{0} kbit/s"),
    VARIABLE("VFR, about {0} fps"), FPS("{0} fps"), INTERLACED("interlaced"), ROTATED("turned {0}°"), FLIPPED("mirrored"),
    COVER_WORD("cover"), DATA("data"), TIMECODE("timecode {0}"), ATTACHMENT("attachment"), TRACK_VIDEO("picture"),
    TRACK_AUDIO("sound"), TRACK_SUBTITLE("subtitles"), PICTURE_SUBTITLES("as pictures"), NOT_DECODABLE("cannot be decoded here"),
    BITS("{0} bit"), ALPHA("transparent"), CHANNELS("{0} channels"), PIXEL_SHAPE("pixels {0}"), STORED("stored as {0}"),
    NOTE_ESTIMATED("The length is only estimated."), NOTE_COUNTED("The length was counted; the file does not say it."),
    NOTE_CUT_SHORT("The file ends before its index says."), NOTE_DAMAGED("Reading it gave errors."),
    NOTE_ENCRYPTED("A track is encrypted."),
    NOTE_NOT_DECODABLE("A track cannot be decoded."), NOTE_WRONG_EXTENSION("Its ending does not fit what is inside."),
    PACKETS("{0} packets, {1} keyframes, {2}"), FROM_TO("{0} to {1}"), LONGEST_GOP("at most {0} between keyframes"),
    EVEN("even steps"), UNEVEN("uneven steps"),

    // findings
    NONE("none"), NO_BARS("(no bars)"), ALL_BLACK("all of it is black"),
    FIELDS("{0} ({1} progressive, {2} top first, {3} bottom first, {4} unsure)"), CHAPTER("Scene {0}"),

    // loudness
    SOUND("sound {0}"), INTEGRATED("integrated"), RANGE("range"), RANGE_LOW("range low"), RANGE_HIGH("range high"),
    SAMPLE_PEAK("sample peak"), TRUE_PEAK("true peak"), PASSES("passes"), FAILS("fails: {0}"),
    SERIES("time, momentary, short-term"), SILENT("it is silent"), TOO_LOUD("{0} LU louder than {1} LUFS"),
    TOO_QUIET("{0} LU quieter than {1} LUFS"), PEAK_OVER("a peak over {0} dBTP"), RANGE_OVER("a range over {0} LU"),

    // lists
    NO_LIST("there is no file {0}"), NOT_A_LIST("{0} is no list of ranges"), TOO_LONG("{0} is too large for a list of ranges"),
    WHICH_KIND("{0} lists {1}: say which, as in @{0}#{2}"), NO_SUCH_KIND("{0} lists no {1}");

    private final String english;

    ReportWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
