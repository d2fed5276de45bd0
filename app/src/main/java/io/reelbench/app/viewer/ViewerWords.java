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
    BACKWARDS("{0}× backwards, without sound");

    private final String english;

    ViewerWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
