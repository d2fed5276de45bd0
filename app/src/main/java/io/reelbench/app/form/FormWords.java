package io.reelbench.app.form;

import io.reelbench.engine.problem.Message;

/** What the fields of a form say. */
enum FormWords implements Message {
    CENTRED("centred"), IN_PIXELS("{0} in pixels, or in % of the picture"), WIDTH("Width"), HEIGHT("Height"), LEFT("Left"),
    TOP("Top"), RIGHT("Right"), BOTTOM("Bottom"), WIDTH_SIGN("W"), HEIGHT_SIGN("H"), LEFT_SIGN("L"), TOP_SIGN("T"),
    RIGHT_SIGN("R"), BOTTOM_SIGN("B"), PICK("Pick {0}"), PICK_COLOUR("Pick a colour"), ADD("Add"), ADD_TO("Add to {0}"),
    ADD_ANOTHER("Add another"), WRITE_PATH("Write a path, or a pattern such as {0}"), CHOOSE("Choose {0}"),
    CHOOSE_FILES("Choose files"), CHOOSE_SEVERAL("Choose one or several"), CHOOSE_FILE("Choose a file"),
    FROM_FILE("Choose a file…"), CHOOSE_FOLDER("Choose a folder"), EARLIER("Earlier"), LATER("Later"), TAKE_OUT("Take it out"),
    TAKE_OUT_THAT("Take out {0}"), NTH("{0} {1}"), OF_NTH("{0}: {1} {2}"), EXPERT("Expert options"),
    EXPERT_SET("Expert options · {0} set"), KEEP("Keep"), AUTOMATIC("Automatic"), NO_LIMIT("No limit"), VALUE("Value"),
    TAG("Tag"), TRACK("Track"),
    NAME("Name"), MORE_FOR("More for {0}"), MORE_WAYS("More ways"), USE("Use {0}"), USUAL("Usual values"),
    USUAL_OF("Usual values of {0}"), AT_PLAYHEAD("{0} at the playhead"), TAKE_TIME("Take the time at the playhead"),
    NOT("no {0}"), INSERT_NAME("Insert the clip's name"), INSERT_EXT("Insert the clip's ending"),
    INSERT_OP("Insert the name of the recipe, else of its first step"), INSERT_PRESET("Insert the name of the recipe"),
    INSERT_INDEX("Insert its number in the batch"), INSERT_N("Insert its number in the batch, with zeros in front"),
    INSERT_DATE("Insert the day on which it is submitted"), INSERT_TIME("Insert the time at which it is submitted"),
    INSERT_RECORDED("Insert the day on which the clip was recorded"), INSERT_PARENT("Insert the name of the clip's folder"),
    INSERT_LABEL("Insert what tells several files of one clip apart"), INSERT_WIDTH("Insert the width of the output"),
    INSERT_HEIGHT("Insert the height of the output"), INSERT_RESOLUTION("Insert the resolution of the output, such as 1080p"),
    INSERT_FPS("Insert the frames a second of the output"), INSERT_CODEC("Insert the codec of the output"),
    INSERT_CONTAINER("Insert what kind of file the output is"), INSERT_DURATION("Insert the length of the output, such as 1m05s");

    private final String english;

    FormWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
