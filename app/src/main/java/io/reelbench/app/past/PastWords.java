package io.reelbench.app.past;

import io.reelbench.engine.problem.Message;
import io.reelbench.engine.queue.TaskState;

/** The words of the room of past tasks. */
enum PastWords implements Message {
    HISTORY("History"), COUNT("{0,plural,one{# task}other{# tasks}}"), FIND("Find a file or folder"),
    ANY_OPERATION("Any step"), ANY_STATE("Any outcome"), ANY_TIME("Any time"), TODAY("Today"), WEEK("Last 7 days"),
    MONTH("Last 30 days"), YEAR("Last 12 months"),
    NOTHING_YET("Nothing was done yet"), NOTHING_FOUND("Nothing of that kind was done"),
    DONE("Done"), FAILED("Failed"), CANCELLED("Cancelled"), SKIPPED("Left alone"), WAITING("Waiting"), RUNNING("Running"),
    PAUSED("Paused"), VERIFYING("Checking"),
    CHOOSE("Choose a task to see what was done"), INPUTS("From"), OUTPUTS("Made"), STEPS("Steps"), NOTES("Notes"), LOG("Log"),
    WHEN("When"), LINK("Link"), ON("{0} · {1}"), PUBLISHED("Published"), TOOK("{0} · took {1}"), PROVEN("{0} · {1}"),
    GONE("{0} · not there any more"), LENGTH("{0} long"),
    SHOW("Show in folder"), OPEN("Open"), RUN_AGAIN("Run again"), COMPARE("Compare with its clip"), TO_BENCH("Back on the bench"),
    COPY_REPORT("Copy report"),
    FIND_PAST("Find past tasks"), DID_RUN_AGAIN("Run {0} again"),
    SPOKEN("{0}, {1}, {2}, {3}"), BROUGHT("Bring {0} back"), MORE("and {0} more");

    private final String english;

    PastWords(String english) {
        this.english = english;
    }

    static PastWords of(TaskState state) {
        return switch (state) {
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case SKIPPED -> SKIPPED;
            case WAITING -> WAITING;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case VERIFYING -> VERIFYING;
        };
    }

    @Override
    public String english() {
        return english;
    }
}
