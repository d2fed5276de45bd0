package io.reelbench.app.viewer;

import io.reelbench.engine.problem.Message;

/** What is said while cuts are checked. */
enum CheckWords implements Message {
    CHECK("Check cut"), NEXT("Check the next cut"), PREVIOUS("Check the previous cut"), CLOSE("Close the check"),
    AGAIN("Play the cut again"), RENDERING("Rendering the cut…"), RENDERING_AT("Rendering the cut… {0} %"),
    NO_SEAM("Nothing is joined here: no cut to check"),
    NO_PLAN("The recipe cannot run as it stands"), NO_PICTURE("No film comes of this recipe"),
    JOIN("Cut {0} of {1} · range {2} meets range {3}"), SEAM_ENCODED_COPIED("Cut {0} of {1} · re-encoded, then copied"),
    SEAM_COPIED_ENCODED("Cut {0} of {1} · copied, then re-encoded"), BEFORE("Before"), AFTER("After"),
    FRAMES("The last frames before the cut and the first behind it, rendered");

    private final String english;

    CheckWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
