package io.reelbench.app.clips;

import io.reelbench.engine.problem.Message;

/** What is said about choosing, finding and grouping clips. */
enum ClipWords implements Message {
    FILTER("Filter clips"), GRID("Clips as pictures"), AS_GRID("Clips as pictures or as a list"),
    ORDER("Order and view of clips"), SHOW_ALL("Show all clips"),
    SHOWN("{0} of {1} shown: {2}"), ALL("Show all"), BETWEEN(", "),
    NONE_CALLED("No clip is called “{0}”"), NONE_SUCH("No clip is like that"),
    VIDEO("Video"), SOUND("Sound only"), STILL("Pictures"), HDR("HDR"), VFR("Uneven frame rate"), INTERLACED("Interlaced"),
    TURNED("Turned or mirrored"), ALPHA("Transparent"), TROUBLE("Damaged, offline or unreadable"), FROM("From {0}"),
    COUNT("{0,plural,one{# clip}other{# clips}}"), UNREADABLE("{0} unreadable"), FOLD("Fold"), UNFOLD("Unfold"),
    FOLD_OR_UNFOLD("Fold or unfold this folder"), FOLD_ALL("Fold or unfold all folders"),
    OPEN_FOLDER_ROW("Folder {0}, {1}"), SHUT_FOLDER_ROW("Folded folder {0}, {1}"),
    SELECT_FOLDER("Select the clips of this folder"),
    FIND_FILE("Find the file…"), FIND_TITLE("Find {0}"), RELINK_ONE("Find the file of a clip"),
    RELINK_MANY("Find the files of {0} clips"),

    CLIPS("Clips"), SELECT_ALL("Select all clips"), REMOVE_CLIPS("Remove clips from the list"), REMOVE("Remove from the list"),
    FIND_CLIPS("Find clips"), FIND_BY_NAME("Find clips by name"), ABOUT_CLIP("About this clip"), SHOW_IN_FOLDER("Show in folder"),
    COPY_PATH("Copy path"), LOOK_AGAIN("Look again"), MOVE_UP("Move clips up"), MOVE_DOWN("Move clips down"), BY_NAME("Name"),
    BY_LENGTH("Length"), BY_SIZE("Size"), BY_DATE("Date"), BY_RESOLUTION("Resolution"), SORT_BY_NAME("Sort clips by name"),
    SORT_BY_LENGTH("Sort clips by length"), SORT_BY_SIZE("Sort clips by size"), SORT_BY_DATE("Sort clips by date"),
    SORT_BY_RESOLUTION("Sort clips by resolution"), OPEN_FILES("Open files…"), OPEN_FILES_TITLE("Open files"),
    OPEN_FOLDER("Open folder…"), OPEN_FOLDER_TITLE("Open folder"), OPEN_RECENT("Open recent"), TRY_SAMPLE("Try with a sample"),
    PASTE_FILES("Paste files"), NOTHING_RECENT("Nothing was opened yet"), RECENT("Recent"), ADD_CLIPS("Add clips"),
    SELECTED("{0} selected"), READING("Reading…"), BEING_READ("being read"), MAKING_SAMPLE("Making the sample · {0} %"),
    NO_AUDIO("no audio"), SEVERAL_AUDIO("{0} audio"), MONO("mono"), STEREO("stereo"), CHANNELS("{0} channels"),
    RECIPE_STARTS("The recipe starts at once"), KEEP_PRESETS("Keep these presets"),
    BESIDE_YOURS("Beside yours; nothing is replaced"), ADD("Add"), TO_CLIPS("To the clips; nothing runs yet"),
    ADD_AND_RUN("Add and run with “{0}”"), THIS_RECIPE("this recipe"),
    NO_FILES_TO_PASTE("No files to paste: copy files, or their paths, first"),
    NOT_MEDIA_BY_NAME("Not media by its name; drop the file itself to try it all the same"),
    NOT_MEDIA("{0,plural,one{# file is not media}other{# files are not media}}"),
    NOT_ADDED("{0,plural,one{# could not be added}other{# could not be added}}"), SHOW("Show"),
    SHOW_LEFT_OUT("Show what was left out and why"), DISMISS("Dismiss"), MORE("and {0} more");

    private final String english;

    ClipWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
