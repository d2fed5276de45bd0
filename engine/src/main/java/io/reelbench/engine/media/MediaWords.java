package io.reelbench.engine.media;

import io.reelbench.engine.problem.Message;

/** The sentences of the value types: what is wrong with a text that a person gave. */
enum MediaWords implements Message {
    BYTES("{0} bytes"), UNKNOWN_CODEC("unknown codec"), UNCOMPRESSED("Uncompressed"), MP4_TEXT("MP4 text"),
    NOT_A_TIME("“{0}” is not a time: write 12.5, 1:02.5, 1500f, 50% or end-3s"),
    SIXTY("“{0}”: minutes and seconds stop at 59"), COMMA("“{0}”: use a dot: {1}"),
    NEGATIVE_TIME("“{0}”: a time cannot be negative; count from the end with end-3s"), PERCENT("“{0}”: a share is 0% to 100%"),
    NOT_A_LENGTH("“{0}” is not a length: write 12.5, 1:02.5, 75f or 50%"), NO_LENGTH("“{0}”: must be longer than 0 s"),
    NOT_A_SHIFT("“{0}” is not an offset: write 0.5, or -0.2s for earlier"),
    DROP_FRAME("“{0}”: drop frame exists only at 29.97 and 59.94 fps, the clip has {1}"),
    TIMECODE_FRAMES("“{0}”: frames stop at {1} at {2} fps"), BEFORE_TIMECODE("“{0}” is before the clip's first timecode {1}"),
    NO_RATE("“{0}” counts frames, but there is no picture to count"),
    NOT_A_SPAN("“{0}” is not a span: write 0:10..0:20"), SPAN_HYPHEN("“{0}”: write {1}..{2}"),
    NOT_A_FILE("“@{0}” names no file: write @found.json"), SPAN_ORDER("“{0}” ends before it starts"),
    NOT_A_BITRATE("“{0}” is not a bit rate: write 5M, 192k or 192000"), SMALL_BITRATE("{0} bit/s? write {0}k"),
    BYTE_BITRATE("“{0}” are bytes; write {1}"), BINARY_BITRATE("“{0}”: bit rates use 1000, write {1}"),
    NOT_BYTES("“{0}” is not a size: write 10MB, 1.4GB or 9.5MiB"), WHICH_BYTES("“{0}”: {1}B or {1}iB?"),
    NOT_A_RATE("“{0}” is not a frame rate: write a number or a fraction such as 24000/1001"),
    NOT_A_SIDE("“{0}” is not a size: write whole pixels such as 640, or a share such as 50%"),
    WHOLE_PIXELS("“{0}”: whole pixels only"),
    NOT_A_COLOUR("“{0}” is not a colour: write #RRGGBB or a name"), COLOUR_DIGITS("“{0}”: 3, 6 or 8 hex digits"),
    NOT_A_POSITION("“{0}” is not a position: {1}"), NOT_A_LANGUAGE("“{0}” is not a language code: write de, deu or pt-BR"),
    NOT_A_TRACK("“{0}” is not a choice of tracks: write all, none, first, 1,3 or lang:eng"),
    TRACK_ZERO("“{0}”: tracks count from 1"),
    NOT_A_TAG("“{0}” is not a tag: write title=Dailies 3"), TAG_TOO_LONG("a text of at most {0} characters is expected"),
    NOT_A_TRACK_NAME("“{0}” is not a track: write v1, a2 or s1"),
    NOT_A_TRACK_VALUE("“{0}” does not say which track: write a1=eng"),
    NOT_A_DEFAULT("“{0}”: write a1, a1=yes or a1=no"),
    NOT_A_PLACE("“{0}” is not a place: write +48.8577+002.2950, latitude before longitude"),
    PLACE_RANGE("“{0}”: latitude ends at 90 and longitude at 180 degrees"),
    NOT_A_DATE("“{0}” is not a date: write 2024-05-01 or 2024-05-01T18:30:00+02:00"),
    NOT_A_TIMECODE("“{0}” is not a timecode: write 10:00:00:00, or 10:00:00;00 with drop frame"),
    NOT_A_SIDE_FILE("“{0}” cannot be the name of a file here"),
    NOT_A_REGION("“{0}” is not a region: write w:h:x:y, w:h or 80%:80%:10%:10%"),
    NOT_A_CHARSET("“{0}” is no character set that is known here; write auto, utf-8, windows-1251, shift_jis or gbk"),
    NOT_A_FONT("“{0}” is neither the name of a font nor a file that ends in .ttf or .otf"),
    NO_FILE_NAME("a file name cannot be empty"), NOT_A_FILE_NAME("“{0}” is not a file name"),
    NOT_A_POINT("“{0}” is not a point: write x:y, such as 20:40 or 10%:5%"),
    REGION_EMPTY("“{0}” is empty"),
    REGION_WIDE("reaches x = {0}, frame is {1} wide"),
    REGION_HIGH("reaches y = {0}, frame is {1} high"),
    NOT_EDGES("“{0}”: write what is cut off as top:right:bottom:left, for example 20:0:20:0"),
    EDGES_ALL("“{0}” leaves nothing of a picture of {1}"),
    NOT_A_FRACTION("“{0}” is not a ratio: write 16:9 or 2.39"),
    NEAREST("did you mean {0}?"),
    NOT_A_PATCH("“{0}”: write the new channel, the track and its channel, such as L=1.1,R=2.1"),
    PATCH_ZERO("“{0}”: tracks and channels count from 1"),
    PATCH_TWICE("{0} is given twice");

    private final String english;

    MediaWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
