package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Message;

/** What the timeline says, and what its deeds are called. */
enum TimelineWords implements Message {
    SET_IN("Set in"), SET_OUT("Set out"), ADD_RANGE("Add range"), SPLIT_RANGE("Split range"), RENAME_RANGE("Rename range"),
    DELETE_RANGE("Delete range"), CLEAR_RANGES("Delete all ranges"), MOVE_EARLIER("Move range earlier"),
    MOVE_LATER("Move range later"), COLOUR_RANGE("Colour of range"), MOVE_RANGE("Move range"),
    NEXT_RANGE("Next range"), PREVIOUS_RANGE("Previous range"), NEXT_CUT("Next cut"), PREVIOUS_CUT("Previous cut"),
    RANGE_NUMBER("Range {0}"), ONE_FILM("One film"), FILE_EACH("One file each"), FIT("Fit the timeline"),
    ZOOM_IN("Zoom into the timeline"), ZOOM_OUT("Zoom out of the timeline"),
    FILM_TIP("The ranges are joined, in their order"), FILES_TIP("Each range becomes a file of its own"),
    TIMELINE("Timeline"), TIMELINE_OF("Timeline, {0} ranges, playhead at {1}"), RANGE_TOLD("Range {0} {1}: {2} to {3}, {4} long"),
    RANGE_ACTIVE("In and out set this range. F2 renames it, Delete takes it away."),
    RANGE_IDLE("Enter makes it the one that in and out set."), STILL("A still picture has no timeline"),
    KEPT("{0} of {1} kept"), KEPT_COPIED("{0} of {1} kept, all copied"), ENCODED_COPIED("{0} s re-encoded, {1} s copied"),
    ENCODED_TIP("Hatched on the film: the frames around cuts that are encoded again. All others are copied."),
    RANGE_NAME("Name of the range");

    private final String english;

    TimelineWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
