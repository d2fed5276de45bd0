package io.reelbench.engine.raw;

import io.reelbench.engine.problem.Message;

/** The sentences of written commands. */
enum RawWords implements Message {
    TOO_LONG("a command has at most {0} characters"), NO_COMMAND("the command is empty"),
    OPEN_QUOTE("the quote that opens at “{0}” is never closed"), CONTROL("there is a control character in it"),
    NOT_LISTED("“{0}” is refused: it is not on the list of what is known to be safe"),
    READS("“{0}” is refused: it opens files by itself; files are only opened through placeholders such as {{in_1}}"),
    WRITES("“{0}” is refused: it writes files by itself; files are only written through placeholders such as {{out_1}}"),
    NETWORK("“{0}” is refused: it uses the network"), DEVICE("“{0}” is refused: it opens devices of this computer"),
    PROGRAM("“{0}” is refused: it runs code out of other files"),
    OURS("“{0}” is refused: Reelbench sets this itself; leave it out"),
    FROM_FILE("“{0}” is refused: it reads its value out of a file"),
    BARE("“{0}” is refused: files and addresses are only named by placeholders, such as {{in_1}} and {{out_1}}"),
    NO_VALUE("“{0}” needs a value"), BAD_VALUE("“{0}” is refused: “{1}” is not {2}"),
    WRONG_PLACE_IN("“{0}” is refused: it cannot stand before an input"),
    WRONG_PLACE_OUT("“{0}” is refused: it cannot stand before an output"),
    LEFT_OVER("“{0}” stands behind the last output, where it does nothing"),
    NO_INPUT("“{0}” is refused: no file is given for it; name it in inputs"),
    NO_OUTPUT("“{0}” is refused: no output of this name is given; name it in outputs"),
    TWICE("“{0}” is written twice"), UNUSED("“{0}” is given and the command does not use it"),
    NO_INPUTS("the command reads no input; it needs -i {{in_1}}"), NO_OUTPUTS("the command writes no output; it needs {{out_1}}"),
    BAD_GRAPH("“{0}” cannot be read as filters"), TOO_MANY_VALUES("“{0}” has more values than options, at “{1}”"),
    NAMELESS_AFTER("“{0}” has a value without a name behind one with a name, at “{1}”"),
    NO_TIMELINE("“{0}” cannot be switched on and off by time"),
    NO_ENDING("“{0}” is refused: nothing of that kind is written; use {1}"),
    BAD_INSIDE("“{0}” cannot be the name of a file in the folder"),
    FOLDER_ONLY("“{0}” is refused: outputs must be “folder” for it"),
    NOT_IN_FOLDER("“{0}” is refused: outputs is “folder”, so files are named as {{OUTPUT_FOLDER}}/picture-%03d.png"),
    UNBOUND("“{0}” is refused: it would need about {1} of memory; cut what it works on with trim or -t before"),
    UNBOUND_UNKNOWN(
            "“{0}” is refused: what it works on has no known end, so it needs memory without bound; cut it with trim or -t before"),
    NO_SIZE("“{0}” is refused: it needs {1}, which bounds the memory it takes"),
    TOO_LARGE("“{0}” is refused: {1} is more than {2}"),
    ENDLESS("“{0}” is refused: it never ends; give each output -t, -to or -frames:v, or let it end with a clip by -shortest"),
    IS_NUMBER("a number"), IS_BOOL("yes or no"), IS_TIME("a time"), IS_RATE("a rate of at most 1000"), IS_RATIO("a ratio"),
    IS_SIZE("a size of at most 16384x16384"), IS_WORD("a plain word"), IS_WORDS("a list of plain words"), IS_FLAGS("one of {0}"),
    IS_COLOUR("a colour"),
    IS_EXPR("an expression of numbers, names and functions that end"), IS_POINTS("a list of numbers"),
    IS_TEXT("plain text (only %{pts}, %{n}, %{localtime} and %{pict_type} are filled in)"),
    IS_METADATA("key=value"), IS_MAP("a track such as 0:v:0 or [label]"), IS_KEYFRAMES("times or expr:…"),
    IS_TIMECODE("a timecode"),
    IS_FORMAT("a container on the list"), IS_CODEC("an encoder on the list"), IS_BSF("a bitstream filter on the list"),
    IS_NOTHING("allowed here"),
    BAD_INPUT("“{0}” is not like in_2=other.mp4"), BAD_OUTPUT("“{0}” is not like out_1=side.mp4, and not “folder”");

    private final String english;

    RawWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
