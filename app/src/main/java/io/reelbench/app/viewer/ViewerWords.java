package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Message;

/** The sentences of the viewer. */
enum ViewerWords implements Message {
    PLAY("Play"), PAUSE("Pause"), ALL_SHOWN("Every frame was shown in time"), LATE("{0} frames came too late and were left out"),
    ONE_LATE("One frame came too late and was left out"), SOUND("Sound"), MUTED("Sound is off"), VOLUME("Volume"),
    FAST("{0}×, without sound"), FASTER("{0}×"), PER_CENT("{0} %"), SET_CROP("Set crop"), MOVE_OVERLAY("Move picture over it"),
    MOVE_CAPTIONS("Move captions"),
    NUDGE("Arrows move it, with Shift by ten pixels"),
    NUDGE_SIZE("Arrows move it, with Shift by ten pixels; with Alt they change its size"),
    BACKWARDS("{0}× backwards, without sound"),

    SOURCE("Source"), RESULT("Result"), WIPE("Wipe"), SIDE("Side"), SHOW_SOURCE("Show source"), SHOW_RESULT("Show result"),
    SHOW_WIPE("Show wipe"), SHOW_SIDE("Show side by side"), PLAY_OR_PAUSE("Play or pause"),
    PLAY_BACK("Play backwards, faster each time"), PLAY_ON("Play forwards, faster each time"), LOOP("Loop or play once"),
    MUTE("Sound on or off"), LOUDER("Louder"), QUIETER("Quieter"), PREVIOUS_FRAME("Previous frame"), NEXT_FRAME("Next frame"),
    PREVIOUS_KEYFRAME("Previous keyframe"), NEXT_KEYFRAME("Next keyframe"), SECOND_BACK("Back one second"),
    SECOND_ON("On one second"), FIRST_FRAME("First frame"), LAST_FRAME("Last frame"), MARKER("Set or remove a marker"),
    SET_MARKER("Set marker"), REMOVE_MARKER("Remove marker"), NEXT_MARKER("Next marker"), PREVIOUS_MARKER("Previous marker"),
    ZOOM_PICTURE_IN("Nearer to the picture"), ZOOM_PICTURE_OUT("Farther from the picture"),
    ZOOM_PIXELS("Show single pixels, 1:1"), ZOOM_FIT("Show all of the picture"), WIPE_LEFT("Wipe to the left"),
    WIPE_RIGHT("Wipe to the right"), WIPE_BETWEEN("Wipe between source and result"), IN("In"), OUT("Out"), CUT_AWAY("Cut away"),
    NOTHING_LOST("Picture copied, nothing is lost"), ENCODED_FRAME("Encoded frame {0}"), PICTURE("Picture"),
    FINISHED("Finished file"), FINISHED_FILE("The finished file {0}"),
    FINISHED_APART("The finished file {0}, not in step"),
    NOT_IN_STEP("Its moments cannot be told from the clip's: both are shown at the same time from their beginnings."),
    LEAVE_FINISHED("Back to what the recipe makes"),
    SELECT_CLIP("Select a clip to look at it"), NO_PICTURE_OF_IT("No picture comes of this recipe"),
    ADD_STEP("Add a step to see what it makes of this"), CANNOT_RUN("The recipe cannot run as it stands");

    private final String english;

    ViewerWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
