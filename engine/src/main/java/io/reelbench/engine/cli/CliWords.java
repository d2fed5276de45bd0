package io.reelbench.engine.cli;

import io.reelbench.engine.problem.Message;

/** The sentences of the command line. */
enum CliWords implements Message {
    // what is wrong with a command line
    NO_COMMAND("there is no command “{0}”"), DID_YOU_MEAN("did you mean {0}?"), SEE_HELP("reelbench --help lists all commands"),
    NO_VALUE("needs a value"), GIVEN_TWICE("is given more than once: {0}"),
    NO_INPUT("give at least one file or folder"),
    NO_RECIPE("give a preset or a recipe's file, for example \"Web 1080p\" or share.json"),
    NO_PRESET("there is no preset and no file of this name"), SEE_PRESETS("reelbench presets lists all presets"),
    SEVERAL_PRESETS("holds {0} presets"), IMPORT_FIX("reelbench presets import {0}, then name one"),
    NO_DEED("presets has no “{0}”"), WHICH_PRESET("give the name of a preset"), WHICH_FILE("give the file to import"),
    NOTHING_EXPORTED("“{0}” is there already"), OTHER_NAME_FIX("choose another with --to"),
    ONE_NAME("takes one name, not “{0}” as well"), NO_ARGUMENTS("takes no “{0}”"),
    DASH("there is no option “{0}” here"),
    DASH_FIX("if it is a file, put -- before the file names"), OUT_OR_TO("give only one of --output, --to"),
    UNKNOWN_ENDING("“{0}” does not end in one of {1}"), TO_FIX("for a folder use --to"),
    OTHER_ENDING("“{0}” does not fit --{1} {2}"), OTHER_ENDING_FIX("leave one of them out"),
    NOT_THIS_FILE("“{0}” cannot be: this writes {1}"),
    ONE_OUT("one output file for {0} clips"), SEVERAL_PRODUCTS("the recipe writes several files"), OUT_FIX("use --to FOLDER"),
    RECIPE_MISSING("there is no such file"), RECIPE_UNREAD("cannot be read: {0}"), RECIPE_LARGE("it is too large for a recipe"),

    // commands
    SUMMARY("Converts, cuts and shrinks films, sound and pictures, and proves every file it writes."),
    RUN_SUMMARY("Does a preset, or a recipe from a file, in one go."),
    CLOUD_SUMMARY("Accounts with services that do work elsewhere or keep files, and what was sent to them."),
    PUBLISH_SUMMARY("Brings finished files to an account, into a bucket or into a folder."),
    GENERATE_SUMMARY("Lets an account's model make films or pictures; a value given several times makes as many jobs."),
    WHICH_MODEL("give an account and a model; reelbench cloud services lists the models"),
    NOT_NAME_AND_VALUE("“{0}” is no NAME=VALUE"),
    NO_CLOUD_DEED("cloud has no “{0}”"), WHICH_ACCOUNT("give the name of an account"), WHICH_SERVICE("say whom it is with"),
    WHERE_TO("say where they go"), KEY_OF("Key of {0} (it is not shown):"), ACCOUNT_ADDED("{0} is at {1}."),
    ACCOUNT_WORKS("{0} works."),
    ACCOUNT_GONE("{0} is taken away, with its key."),
    SPENT("spent this month: {0} of {1}"), NO_LIMIT("no limit"),
    NO_ACCOUNTS("There are no accounts, so nothing is ever sent anywhere."),
    SENT_JOB("{0}: job {1} is not over"), SENT_UNKNOWN("{0}: a job was sent and its answer is not known"),
    SPENT_MONTH("{0}: {1} this month"),
    SETTINGS_SUMMARY("Shows what was chosen for the whole program, and changes it."),
    ONLY_RESET("settings has no “{0}”; give options to change, or reset and the names of those to put back"),
    WHICH_SETTING("give the name of a setting"), USUAL_IS("usually {0}"), NOTHING_CHOSEN("none"),
    WATCH_SUMMARY("Watches folders: what comes to lie in one is done by its preset, once."),
    NO_WATCH_DEED("watch has no “{0}”"), WHICH_WATCH("give the number of a watched folder, as reelbench watch shows it"),
    NO_WATCH("there is no watched folder {0}"), WATCH_LINE("{0}  {1} → {2} ({3}){4}"), WATCH_PAUSED(", paused"),
    WATCH_BESIDE("beside each clip"), WATCH_ADDED("{0} is watched"), WATCH_REMOVED("{0} is watched no more"),
    WATCH_NONE("No folder is watched; reelbench watch add --folder FOLDER --preset NAME"),
    WATCH_RUNNING("Watching; Ctrl C ends it."), WATCH_DONE("{0} → {1}"), WATCH_FAILED("{0}: {1}"),
    WATCH_OFFLINE("{0} is offline"), WATCH_BACK("{0} is back"),
    PRESETS_SUMMARY("Lists presets, and writes or reads files of them."),
    EXPLAIN_SUMMARY("Says what would be done and why, with the exact ffmpeg commands; runs nothing."),
    OPERATIONS_SUMMARY("Lists all operations, or every option of one."),
    CACHE_SUMMARY("Says how many results of earlier tasks are known and reused, or forgets them. The files stay."),
    NO_CACHE_DEED("cache has no “{0}”; it takes show or clear"), KNOWN_RESULTS("Known results: {0}"),
    FORGOTTEN_RESULTS("Known results that are forgotten now: {0}"),
    SCHEMA_SUMMARY("Prints the JSON Schema of recipes, for editors and programs that write them."),
    DEMO_SUMMARY("Makes a few short clips, works on three at a time, and shows what came out."),
    HELP_SUMMARY("Shows what a command takes."),

    // help pages
    USAGE("Usage: reelbench {0}"), COMMANDS("Commands"), EXAMPLES("Examples"),
    MORE_HELP("reelbench COMMAND --help shows all options of a command."),
    DEFAULT("default {0}"), WORDS("one of {0}"),
    NO_FORM("--no-{0} switches it off"), LIST("several with commas, or repeated"), GROUP_OWN("Options"), GROUP_FILE("File"),
    GROUP_SIZE("Size"), GROUP_VIDEO("Picture"), GROUP_RATE("Quality and size"),
    GROUP_SOUND("Sound"), GROUP_TRACKS("Tracks"), GROUP_STILL("Picture file"), GROUP_WISH("Output"), GROUP_ADVANCED("Advanced"),
    GROUP_GLOBAL("Everywhere"),
    GROUP_CONVERT("Convert"), GROUP_CUT("Cut"), GROUP_PICTURE("Picture"), GROUP_STILLS("Stills"), GROUP_REPORTS("Reports"),

    // what happens
    STARTING_DEMO("No command was given, so here is the demo; reelbench --help shows all there is."),
    DONE("{0} → {1} ({2})"), SKIPPED("{0}: left alone, {1} is there already"),
    CANCELLED("{0}: cancelled"),
    SIZE_OF("{0} of {1}"), STARTED("{0}: {1}"), PART_DONE("{0}: {1} %"), OVERALL("{0} of {1}"), LEFT("{0} left"), SPEED("{0}×"),
    STOPPED("Stopped. Nothing is left half done."),
    STOPPING("Stopping…"), STOP_SLOW("Some tasks did not stop in time; what they leave is removed at the next start."),
    SUM_DONE("{0} done and verified"), SUM_SKIPPED("{0} left alone"), SUM_FAILED("{0} failed"), SUM_CANCELLED("{0} cancelled"),
    SUM_UNOPENED("{0} not opened"), SUM_TIME("in {0}"),
    UPLOADING("uploading"), IN_LINE("in line there"), REMOTE("working there"), DOWNLOADING("downloading"),
    WAITING_FOR_NETWORK("waiting for network"), COPYING("copying"), ENCODING("encoding"), ANALYSING("first pass"),
    SECOND_PASS("second pass"), MEASURING("measuring"),
    JOINING("joining"),
    SEARCHING("analysing"), PICTURE("picture"), VERIFYING("checking"), STARTED_WORD("started"),

    // written commands
    ALLOW_ONCE("{0}.\nAllow it for this one run? (y/N)"),

    // explain
    ELSEWHERE_FREE("On “{0}”: free, {1} to send."),
    ELSEWHERE("On “{0}”: about {1}, {2} to send."),
    ELSEWHERE_METERED("On “{0}”: its price is known when it is done, {1} to send."),
    BECAUSE("{0}: {1}"), COVER_WORD("cover"),

    // presets
    OWN_PRESETS("Yours"), EXPORTED("{0} written to {1}"), IMPORTED("{0} is kept"), ALREADY_THERE("{0} is there already"),
    PRESET_TAG("outputs are called {0}"),

    // demo
    DEMO_MAKING("Making four short clips in {0} …"), DEMO_QUEUED("{0} tasks, three at a time:"),
    DEMO_TABLE("Verified outputs in {0}:"), DEMO_OUTPUT("output"), DEMO_SIZE("size"), DEMO_LENGTH("length"),
    DEMO_PROVEN("what is in it"),
    DEMO_PROOF("Each was opened again: its tracks, length and last second are as planned.");

    private final String english;

    CliWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
