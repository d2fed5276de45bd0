package io.reelbench.app.queue;

import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Message;

/** What the queue says. */
enum QueueWords implements Message {
    COPYING("Copying"), ENCODING("Encoding"), ANALYSING("Analysing"), SECOND_PASS("Encoding again"), MEASURING("Measuring"),
    UPLOADING("Uploading"), IN_LINE("In line there"), REMOTE("Working there"), DOWNLOADING("Downloading"),
    WAITING_FOR_NETWORK("Waiting for network"), JOINING("Joining"), PICTURE("Making a picture"), CHECKING("Checking"),
    STARTING("Starting"), WAITING_FOR_KEY("Waiting for its key"), PAUSED_AT("Paused at {0} %"),
    PAUSED("Paused"), GOES_ON_AT("Waiting to go on at {0} %"), CANCELLED("Cancelled"), ALREADY_THERE("Already there"),
    FIRST("first"), LAST("last"), DECODES("decodes"), OPENS("opens"), AUDIO("{0} audio"), NO_AUDIO("no audio"),
    SUBTITLES("{0} subtitles"), PICTURES("{0} pictures"), PIECES("{0} pieces"), FILES("{0} files"), LENGTHS("{0} = {1}"),
    LENGTHS_NEARLY("{0} ≈ {1}"),
    ABOUT("~{0}"),
    SPEED("{0}×"), FPS("{0} fps"), PERCENT("{0} %"), LEFT("{0} left"), COUNT("{0} of {1}"), RUNNING_COUNT("{0} running"),
    CHECKING_COUNT("{0} checking"),
    WAITING_COUNT("{0} waiting"), DONE_COUNT("{0} done"), NEEDS_ONE("1 task needs you"), NEEDS_MANY("{0} tasks need you"),
    RESTORED_ONE("Restored 1 task"), RESTORED_MANY("Restored {0} tasks"), HELD("Paused"), EMPTY("Nothing to do"),
    NOTHING_RUNS("Nothing is running"), NOTHING_WAITS("Nothing is waiting"),
    NOTHING_DONE("Nothing is done yet"),
    PUBLISHING("Publish"), GENERATING("Generate"), CHECK_ANSWER("Check"), SEND_AGAIN("Send again"), ENTER_KEY("Enter the key…"),
    CHANGE_LIMIT("Change the limit…"), TO_ACCOUNTS("Accounts…"), RUN_HERE("Run here"), DID_RUN_HERE("Run {0} here"),
    DID_SEND_AGAIN("Send {0} again"),
    WHEN_DONE("When done…"), WHEN_ALL_DONE("When all is done: {0}"), CALL_OFF("Cancel what happens when all is done"),
    ALL_DONE("All is done"), DO_NOTHING("Do nothing"), DO_TELL("Tell me"), DO_CLOSE("Close Reelbench"), DO_SLEEP("Sleep"),
    DO_SHUT_DOWN("Shut down"), THEN_TELL("Then tell me"), THEN_CLOSE("Then close"), THEN_SLEEP("Then sleep"),
    THEN_SHUT_DOWN("Then shut down"), CLOSES_IN("Reelbench closes in {0} s"), SLEEPS_IN("The computer sleeps in {0} s"),
    SHUTS_DOWN_IN("The computer shuts down in {0} s"),
    LANDED("{0,plural,one{1 more clip was made}other{# more clips were made}}"),
    NO_TRASH("{0} cannot be put into the trash ({1})"),

    ON_OTHER_DISK("it lies on another disk");

    private final String english;

    QueueWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    static QueueWords of(Step.Doing doing) {
        return switch (doing) {
            case COPYING -> COPYING;
            case ENCODING -> ENCODING;
            case ANALYSING -> ANALYSING;
            case SECOND_PASS -> SECOND_PASS;
            case MEASURING -> MEASURING;
            case JOINING -> JOINING;
            case PICTURE -> PICTURE;
            case SEARCHING -> ANALYSING;
            case UPLOADING -> UPLOADING;
            case IN_LINE -> IN_LINE;
            case REMOTE -> REMOTE;
            case DOWNLOADING -> DOWNLOADING;
            case WAITING_FOR_NETWORK -> WAITING_FOR_NETWORK;
        };
    }
}
