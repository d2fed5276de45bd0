package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of the operations on the picture. */
enum PictureWords implements Message {
    NO_BARS("there are no black bars around {0}"), WHOLE_FRAME("keeps the whole picture of {0}"),
    AUTO_YES("can only be switched on; give rect, aspect or sides instead"),
    CROP_ROUNDED("The crop {0} is rounded inwards to {1}, since {2} stores colour for pairs of pixels."),
    BARS_MOVED("black bars are looked for in the clip itself; move crop above what turns, cuts or pads the picture"),
    CROP_TINY("too small for a picture: {0}"), RATE_UNKNOWN("the frame rate of {0} is not known; give one"),
    RATE_IS("frames come at {0} a second already"),
    RATE_CHOSEN("Frames come at {0} a second from now on; before, at {1} on the average."),
    TELECINE_FIELDS("inverse telecine gives film frames, not fields"),
    TELECINE_RATE("inverse telecine is for 29.97 fps; {0} has {1}"),
    PROGRESSIVE("{0} is progressive: it says so, and a sample shows no fields"),
    FLAGS_LIE("{0} does not say that it is interlaced, but a sample is: all frames are deinterlaced."),
    FINE_BITS("Fine denoising works in 8 bits; the picture has {0}."), NOT_SHARPENED("an amount of 0 changes nothing"),
    ODD_RADIUS("{0} is not odd"), USE_INSTEAD("use {0}"), ADAPTIVE_AMOUNT("{0} is outside 0 to 1, which adaptive takes"),
    SAME_COLOURS("every value is as it was; nothing would change"),
    SPACE_OF_HDR("{0} is HDR; use tone-map, which also fits its light"), NOT_HDR("{0} is no HDR; nothing would change"),
    DOLBY_ALONE("{0} has Dolby Vision without a picture that others can show"),
    SIDE_MISSING("{0} is not there, which {1} needs"), SIDE_UNFIT("{0} cannot be used: {1}"),
    SIDE_KEY("{0} is not {name}, {ext}, {dir} or {parent}; write {{ for a brace"),
    SUBTITLE_REQUIRED("give a subtitle file; {0} is not beside the clip"),
    CUES_ARE_PICTURES(
            "subtitle track {0} of {1} holds pictures ({2}), which cannot be drawn into the film yet; give a text file"),
    TRACK_UNREADABLE("the subtitle track of {0} cannot be read"), NO_CUE_SHOWN("no cue is shown while {0} lasts"),
    CHARSET_GUESSED("The subtitles are read as {0}, which is likely but not sure; give a character set if letters are wrong."),
    NO_DRAWINGS("Shapes among the subtitles are left out."),
    NO_EFFECTS("Movement, turning, karaoke and blur of subtitles are not shown; the text is."),
    MARK_REQUIRED("give a picture"), NO_OPACITY("an opacity of 0 shows nothing"),
    STILL_HAS_NO_TIME("{0} is a still picture, in which nothing comes later"),
    MARK_FADE_LONG("appearing and vanishing take {0}, and it is there for {1}"),
    TABLE_REQUIRED("give a table of colours"), NO_STRENGTH("a strength of 0 changes nothing"),
    FIELDS_FIRST("“{0}” below “{1}” works on lines that are no whole fields any more"),
    LIGHT_FIRST("“{0}” below “{1}” changes colours that were meant to be final"),
    VOLUME_FIRST("“{0}” below “{1}” leaves the loudness that was asked for"),
    SHARPEN_LAST("“{0}” below “{1}” softens what was sharpened"), MOVE_ABOVE("move {0} above {1}"),
    TAG_STRAIGHT("players turn by quarters only"), TURN_PIXELS("turn the pixels"),
    NOT_TURNED("turns the picture by nothing"),
    TAG_TOO_LATE("The pixels are turned, since steps above change the picture already.");

    private final String english;

    PictureWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
