package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of bringing sound and subtitles. */
enum MuxWords implements Message {
    NOTHING_GIVEN("give a file with sound, or one with subtitles"), NO_SOUND("{0} has no sound"),
    LANGUAGES("{0} languages for {1} new tracks: give one for all, or one for each"),
    OVER_BEFORE("so much earlier, nothing of {0} would be heard: it lasts {1}"),
    BEGINS_AFTER("the sound would begin at {0}, and all lasts {1}"),
    CUT_SHORT("{0} ends before its index says it does, so its sound may end early."),
    REPLACED("The clip's own sound is left out.");

    private final String english;

    MuxWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
