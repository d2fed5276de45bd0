package io.reelbench.app.queue;

import io.reelbench.engine.problem.Message;

/** What can be done with tasks, and what it was beside "Undo". */
enum DeedWords implements Message {
    QUEUE("Queue"), WHOLE("Whole queue"), TOGGLE("Show or hide the queue"), PAUSE_OR_RESUME("Pause the queue or let it go on"),
    CLEAR_DONE("Clear done"), OPEN("Open"), SHOW_IN_FOLDER("Show in folder"), COPY_PATH("Copy path"), RETRY("Retry"),
    RUN_AGAIN("Run again"), COMPARE("Compare with its clip"), LOG("Log"), COPY_REPORT("Copy report"), PAUSE("Pause"),
    RESUME("Resume"), TO_TOP("To the top"),
    MOVE_UP("Move up"), MOVE_DOWN("Move down"), TO_BOTTOM("To the bottom"), HIGH("High priority"), NORMAL("Normal priority"),
    LOW("Low priority"), CANCEL("Cancel"), REMOVE("Remove"), REMOVE_FROM_LIST("Remove from the list"),
    TAKE_BACK("Undo: output to the trash"), UNDO("Undo"), RUN_AFTER_ALL("Run it after all"), READ("Read"),
    READ_REPORT("Read the report"), WHAT_WAS_RUN("What was run and what it said"), OTHER_DISK("Choose other disk…"),
    OTHER_FOLDER("Choose other folder…"), OTHER_FOLDER_TITLE("Choose other folder"), FIND_FILE("Find the file…"),
    FIND_FILE_TITLE("Find the file"), OTHER_NAME("Use another name"), REPORT_TO_CLIPBOARD("Copy the report to the clipboard"),
    COPY("Copy"), TO_CLIPBOARD("Copy it to the clipboard"), LOG_OF("Log of {0}"), REPORT_ON("Report on {0}"),
    NOTHING_RUN("Nothing was run."), SHOW("Show"), SHOW_NEEDY("Show what needs you"), CLOSE_NOTE("Close this note"),
    DISCARD("Discard"), RUNNING("Running"), WAITING("Waiting"), NEEDS_YOU("Needs you"), DONE("Done"),
    NEEDS_AND_DONE("Needs you and done"), DAMAGED("Damaged: {0}"), DID_CANCEL("Cancel {0}"),
    DID_CANCEL_MANY("Cancel {0,plural,one{# task}other{# tasks}}"), DID_RETRY("Retry {0}"),
    DID_RETRY_MANY("Retry {0,plural,one{# task}other{# tasks}}"), DID_REMOVE("Remove {0}"),
    DID_REMOVE_MANY("Remove {0,plural,one{# task}other{# tasks}}"), DID_MOVE("Move {0}"),
    DID_MOVE_MANY("Move {0,plural,one{# task}other{# tasks}}"), DID_PRIORITISE("Change priority"), DID_RUN_AGAIN("Run {0} again"),
    DID_TAKE_BACK("Undo {0}");

    private final String english;

    DeedWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
