package io.reelbench.engine.reference;

import io.reelbench.engine.problem.Message;

/** The sentences of the reference page: its headings, and how each kind of value is written. */
enum ReferenceWords implements Message {
    // the page
    TITLE("Operations"),
    GENERATED("Written from the catalogue of operations. Do not edit it; {0} writes it anew."),
    INTRODUCTION(
            "Every operation with every option. An option is spelt the same everywhere: “{0}” as a field of the form, on the command line and as a key in a recipe."),
    STEP_OR_SINK(
            "A step changes the clip for those below it and is written by whatever ends the recipe; on the command line it takes the options of transcode for that. What writes files stands at the end."),
    WORKS_ON("Works on {0}."),
    STEP("Step."), SINK("Writes files."), FILMS("films"), SOUNDS("sound"), PICTURES("pictures"),
    WITH_SUBTITLES("films with subtitles"), AND("{0} and {1}"), ALSO("And the options of {0}."),
    OTHERWISE("Here by default: {0}."), OPTIONS("Options in common"), OUTPUT("Output"),
    OUTPUT_INTRODUCTION("Where outputs go, for every operation. These belong to a task and not to a recipe."),
    COLUMN_OPTION("option"), COLUMN_TYPE("type"), COLUMN_RANGE("range"), COLUMN_DEFAULT("default"), COLUMN_MEANING("meaning"),
    ONE_OF("one of: {0}"), REQUIRED("required"), SEVERAL("several"), NO_OPTIONS("It has no options of its own."),
    VALUES("How values are written"),
    VALUES_INTRODUCTION("The same text is read everywhere; in a recipe plain numbers and true or false will do as well."),
    RECIPES("Recipes"),
    RECIPES_INTRODUCTION(
            "A recipe is a JSON file of operations in order. Defaults may be left out; an unknown key is an error. recipe.schema.json beside this page describes it for editors and programs; reelbench schema prints it."),

    // groups of options
    FILE("File"), SIZE("Size"), VIDEO("Picture coding"), RATE("Quality and size"), AUDIO("Sound coding"), TRACKS("Tracks"),
    STILL("Picture file"),

    // kinds of values
    MOMENT("time",
            "12.5, 1:02.5, 00:01:02.500, 1h2m3.5s, 62500ms; 1500f is a frame, counted from 0; 50% of the length; end, end-3s; 01:00:12:05 is the clip's own timecode"),
    LENGTH("length", "12.5, 1:02.5, 1h2m3.5s, 500ms; 12f is so many frames; 50% is a share of the clip"),
    SHIFT("offset", "as a length; -0.2s is so much earlier"),
    SPAN("span",
            "A..B with two times, either of which may be left out: ..0:10, end-5s..; in a recipe also {\"start\": 5, \"end\": \"0:12\"}; @found.json stands for all parts that detect wrote there, @found.json#silence for one kind of them"),
    BITRATE("bit rate", "5M, 1.5M, 192k, 192000; k and M are 1000"),
    BYTES("size of a file", "10MB and 1.4GB count by 1000, 9.5MiB by 1024; a plain number is bytes"),
    FRAME_RATE("frame rate", "25, 29.97, 24000/1001, ntsc, pal, film; 23.976, 29.97 and 59.94 stand for the exact fractions"),
    SIDE("pixels", "a whole number, or a share such as 50%"), OWN_SIDE("pixels", "as pixels, or own"),
    FRACTION("ratio", "16:9, 2.39, 239/100"),
    REGION("region", "w:h:x:y from the top left corner, w:h in the middle, WxH+X+Y, or shares: 80%:80%:10%:10%"),
    POINT("point", "x:y of the top left corner, in pixels or shares: 20:40 or 10%:5%"),
    TEXT_CHARSET("character set", "auto, or a name such as utf-8, windows-1251, gbk or shift_jis"),
    FONT_CHOICE("font", "the name of an installed family, or a .ttf or .otf file"),
    EDGES("edges", "top:right:bottom:left in pixels or shares"),
    POSITION("position", "a corner, an edge or the centre, long or short: bottom-right or br"),
    COLOUR("colour", "#RRGGBB, #RRGGBBAA, #RGB, one of the sixteen names of HTML, or transparent"),
    BOOL("yes or no", "yes, no, true, false, on, off; on the command line --X alone is yes and --no-X is no"),
    LANGUAGE("language", "de, ger, deu, pt-BR; und when it is not known"),
    TRACK_CHOICE("tracks",
            "all, none, first, default, numbers from 1 such as 1,3, lang:eng,jpn, title:Director*; a ! in front takes all others"),
    PATH("file", "a path"), FILE_PATTERN("file beside the clip",
            "a path; {name}, {ext}, {dir} and {parent} stand for the clip's own, {{ for a brace; a comma behind an ending parts several"),
    NAMES("name", "words and keys in braces; a brace itself is written twice"),
    NUMBER("number", "12 or 0.5"), INT("whole number", "12"), TEXT("text", "anything that is not empty"),
    ENUM("word", "one of the words; capitals do not matter, and _ is read as -"),
    PATCH("wiring of channels",
            "L=1.1,R=2.1 makes a track of the first channel of tracks 1 and 2; L, R, C, LFE, LB, RB, LS, RS, CB"),
    TAG("tag", "title=Dailies 3"),
    CHAPTER_LIST("chapters", "keep, strip, or a file: .txt with a time and a title on each line, or .json"),
    RECORDED("date", "keep, strip, or 2024-05-01T18:30:00+02:00; without a zone UTC is meant"),
    PLACE("place", "keep, strip, or +52.5200+013.4050 with an altitude if you like"),
    COVER_PICTURE("cover", "keep, strip, or a picture in a file (.jpg, .png)"),
    TRACK_LANGUAGE("language of a track", "a1=eng, s2=de; v, a and s count picture, sound and subtitle tracks from 1"),
    TRACK_TITLE("name of a track", "a1=Commentary; nothing behind the = takes it away"),
    DEFAULT_TRACK("default track", "a2, or a1=no"),
    FIRST_TIMECODE("timecode", "keep, strip, or 10:00:00:00; a ; before the frames is drop frame"),
    RATE_CHOICE("frame rate", "as a frame rate, or source"), NITS("light", "1000 (candela per square metre), or auto"),
    PICTURE_NAMES("names of pictures", "{name} is the clip's name, %d, %05d or {index} the number of the picture"),
    SAMPLE_RATE("sample rate", "48000 (Hz), or source"),
    COMMAND_TEXT("command",
            "-vf hflip -c:a copy, or whole with placeholders: -i {{in_1}} -vf hflip {{out_1}}; blanks part words, quotes hold them together, nothing is ever run by a shell"),
    INPUT_FILE("further input", "in_2=music.wav, for {{in_2}}; the path may be a pattern such as {dir}/{name}.wav"),
    OUTPUT_FILE("output of a command", "out_1=side.mp4, for {{out_1}}; or folder, for {{OUTPUT_FOLDER}}/picture-%03d.png"),
    ENCODER_CHOICE("encoder", "auto, software, hardware, or ffmpeg's own name of one such as hevc_nvenc");

    private final String english;
    private final String grammar;

    ReferenceWords(String english) {
        this(english, "");
    }

    ReferenceWords(String english, String grammar) {
        this.english = english;
        this.grammar = grammar;
    }

    @Override
    public String english() {
        return english;
    }

    /** How a value of this kind is written; empty for what is no kind of value. */
    String grammar() {
        return grammar;
    }
}
