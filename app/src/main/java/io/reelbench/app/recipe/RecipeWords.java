package io.reelbench.app.recipe;

import io.reelbench.engine.problem.Message;

/** What the recipe says, and what was done to it beside "Undo". */
enum RecipeWords implements Message {
    RECIPE("Recipe"), PRESETS("Presets"), CUSTOM("Custom"), EDITED("{0} · edited"), PRESET("Preset: {0}"), ADD_STEP("Add a step"),
    CLOSE_STEPS("Close the open step"), EXPLAIN_PLAN("Explain the plan"), EXPLAIN("Explain"), RUN_NOW("Run now"),
    ADD_TO_QUEUE("Add to queue"), BECOMES_IN("Becomes {0} in {1}"), BECOMES("Becomes"), COMMAND("The command"),
    COMMANDS("The commands"), EXACT_COMMAND("The exact command"), EXACT_COMMANDS("The exact commands"), COPY("Copy"),
    COPIED("Copied"), COPY_TIP("Put it on the clipboard"), ADDED("{0} added to the queue"),
    ADDED_TOP("{0} at the top of the queue"), NO_CLIP("No clip selected"), NEWCOMERS("Clips that you add get these steps"),
    LOOKED_INTO("Being looked into"), MORE_LOOKED_INTO("{0} more being looked into"),
    CLIPS("{0,plural,one{# clip}other{# clips}}"), SAY_WHAT("Add a step to say what should happen"),
    ALL_OFF("All steps are switched off"), OUTCOME("{0,plural,one{# clip}other{# clips}} → {1,plural,one{# file}other{# files}}"),
    SIZE_FREE("{0} ({1} free)"), ABOUT("about {0}"), ENCODED_COPIED("{0} encoded, {1} copied"),
    MAY_NOT_FIT("May not fit: {0} are free there"), SHOW("Show"),
    CANNOT("{0,plural,one{# clip cannot be done}other{# clips cannot be done}}"), WHAT_SHOULD("What should happen?"),
    START_FROM("Start from a recipe, or add one step at a time."), ALL_PRESETS("All presets"), START_FROM_THAT("Start from {0}"),
    NAME("Name"), NAME_IS("Name: {0}"), BESIDE_CLIP("Beside the clip"), AND_MORE("{0} and {1} more"),
    AS_IT_STANDS("It cannot be done as it stands"), YOURS("Yours"), SEARCH_PRESETS("Search presets"),
    NO_PRESET_FITS("No preset fits"), USE("Use {0}"), EXPORT_THAT("Export {0}"), RENAME_THAT("Rename {0}"),
    DELETE_THAT("Delete {0}"), SAVE_OVER("Save over {0}"), SAVE_OVER_TIP("Keep the changes under the same name"),
    SAVE_AS("Save as…"), SAVE_AS_TIP("Keep these steps under a name"), EXPORT("Export…"), EXPORT_TITLE("Export"),
    EXPORT_TIP("Write these steps to a file that others can import"), EXPORT_ALL("Export all of yours…"),
    EXPORT_ALL_TIP("Write all your presets to one file"), IMPORT("Import…"), IMPORT_TITLE("Import presets"),
    IMPORT_TIP("Keep the presets of a file; files can be dragged in as well"), PRESET_NAME("Name of the preset"),
    NEW_NAME("New name"), SAVE("Save"), A_RECIPE("recipe"), DID_NAME("Name the recipe"), DID_SAVE_PRESET("Save preset {0}"),
    DID_RENAME_PRESET("Rename preset {0}"), DID_DELETE_PRESET("Delete preset {0}"), DID_IMPORT("Import {0}"),
    PRESET_COUNT("{0,plural,one{# preset}other{# presets}}"), WRITTEN_TO("{0} written to {1}"), KEPT("{0} kept"),
    THERE_ALREADY("{0} there already"), NONE_KEPT("No preset kept"), DID_ADD("Add {0}"), DID_REMOVE("Remove {0}"),
    DID_MOVE("Move {0}"), DID_SWITCH_ON("{0} on"), DID_SWITCH_OFF("{0} off"), USE_FOR_ALL("Use this recipe for all"),
    USE_FOR_ALL_TIP("Give all selected clips these steps"), STEPS_DIFFER("Steps differ in {0}"), DIFFERS("{0} differs in {1}"),
    SELECT_THOSE("Select those clips"), FOR_NEWCOMERS("For clips that you add"), FOR_THIS("For this clip"),
    FOR_SELECTED("For {0} selected clips."), DRAG("Drag to another place"),
    SWITCH_TIP("Leave this step out, or take it in again"), TAKES_PART("{0} takes part"), SWITCH_ON("Switch on"),
    SWITCH_OFF("Switch off"), MOVE_UP("Move up"), MOVE_DOWN("Move down"), DEFAULTS("Back to defaults"), REMOVE("Remove"),
    STEP_OF("Step {0} of {1}: {2}. {3}"), ENTER_OPENS("Enter opens it"), ENTER_CLOSES("Enter closes it"),
    DID_SUBMIT("Add {0,plural,one{# task}other{# tasks}}"), FROM("from {0}"), UNTIL("until {0}"),
    COPIED_WHERE_IT_CAN("Copied where it can be"), NOTHING_CHANGED("Nothing changed yet"), CONSTANT("Constant, as the source"),
    AT_TENTH("At 10 % · JPEG"), WHOLE_CLIP("Whole clip"), END_TO_END("End to end, encoded where they differ"),
    NO_SPEED("No speed chosen"), NO_LEVEL("No level chosen"), NO_TABLE("No table chosen"), NO_PICTURE("No picture chosen"),
    NO_FILE("No file chosen"), FILE_BESIDE("The file beside the clip"), NO_SIZE("No size chosen"), NOT_TURNED("Not turned"),
    AS_THEY_ARE("As they are"), AS_IT_IS("As it is"), WITHOUT_BARS("Without black bars"), ONE_A_SECOND("One a second · JPEG"),
    NO_CUT("Not said where to cut");

    private final String english;

    RecipeWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
