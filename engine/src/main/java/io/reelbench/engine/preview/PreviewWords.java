package io.reelbench.engine.preview;

import io.reelbench.engine.problem.Message;

/** The sentences of previews. */
enum PreviewWords implements Message {
    NO_FRAME("nothing of its picture can be decoded here ({0})"), NO_START("its beginning cannot be read ({0})"),
    PIXELS("{0} pixels"),
    ONE_FRAME("Shown as a keyframe; in the film most frames lean on others and may look a little different."),
    RATE_CONTROL("How the bits are spread over the whole clip cannot be seen in one frame."),
    SCORE("The quality that reaches the score is searched when the task runs; the usual one is shown."),
    PALETTE("Shown with the colours that this frame needs; the palette of the whole is made when the task runs."),
    PICK("Which frame is taken is decided when the task runs."),
    FASTER("Shown at a faster preset than will be used, which looks a little worse."),
    NO_SOUND_DEVICE("This computer offers no sound device, so it is played without sound."),
    SOUND_BROKEN("Its sound cannot be decoded, so it is played without."),
    NOT_ENCODED("The encoder does not start in the preview, so what it loses is not shown.");

    private final String english;

    PreviewWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
