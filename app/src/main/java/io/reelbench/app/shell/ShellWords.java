package io.reelbench.app.shell;

import io.reelbench.engine.problem.Message;

/** The words of the window as a whole. */
enum ShellWords implements Message {
    BENCH("Bench"),
    HISTORY("History"), WATCH_FOLDERS("Watch folders"), CLIP_HISTORY("What was done to this clip"),
    SETTINGS("Settings"), ACCOUNTS("Accounts"),
    GO_TO("Go to {0}"), KEY("Key"), CALL_OFF("Not now"), KEY_OF("Key of {0}"), USE_KEY("Use"),
    ENTER_KEY("Enter the key that is asked for"),
    KEY_WANTED("{1,plural,one{A task waits for the key of “{0}”.}other{# tasks wait for the key of “{0}”.}}"),
    TELL_KEY("What is the key of “{0}”?"),
    GENERATE("Generate"), GENERATE_SOMETHING("Generate…"), ROOMS("Rooms"), SETTING("Setting"),
    SEARCH("Search clips, actions and settings"),

    ADD_STEP("Add a step"), ADD_STEP_ENTRY("Add a step…"), UNDO("Undo"), REDO("Redo"),
    SWITCH_THEME("Switch between dark and light theme"), QUIT("Close Reelbench"), TOGGLE_CLIPS("Show or hide the clips"),
    TOGGLE_RECIPE("Show or hide the recipe"), NEEDS_YOU("{0,plural,one{# task needs you}other{# tasks need you}}"),
    WORKING("Working"), IDLE("Idle"), RETRY("Retry"), CLOSE("Close"), CLIPS_WIDTH("Width of the clips"),
    RECIPE_WIDTH("Width of the recipe"), QUEUE_HEIGHT("Height of the queue"), DROP("Drop clips or folders"),
    WHAT("Video, sound, images and subtitles. Files stay on this computer."), OPEN("Open…"), OPEN_HINT("Open"), RECENT("Recent"),
    TRY_SAMPLE("Try with a sample"), PASTE_HINT("Paste files"), EVERY_ACTION("Every action"), ACTIONS("Actions"), CLIP("Clip"),
    NOT_FOR("{0,plural,one{Not for this clip}other{Not for these clips}}"), CONVERT("Convert"), CUT("Cut and time"),
    PICTURE("Picture"), SOUND("Sound"), STILLS("Stills and GIF"), REPORTS("Reports"), NOTHING_CALLED("Nothing is called that"),
    CHOOSE("Choose"), DO_IT("Do it"), NEEDS_FILM("Needs a film"), NEEDS_EITHER("Needs picture or sound"),
    NOT_A_SOUND("For sound files; Sound only takes the sound out of a film"), NEEDS_HDR("Needs HDR"),
    NEEDS_PICTURE("Needs a picture"), NEEDS_SOUND("Needs sound"), NEEDS_SUBTITLES("Needs subtitles"),
    NEEDS_STILL("For picture files");

    private final String english;

    ShellWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
