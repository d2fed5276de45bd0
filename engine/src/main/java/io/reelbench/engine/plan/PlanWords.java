package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Message;

/** The sentences of planning. */
enum PlanWords implements Message {
    NOT_AN_ENCODER("“{0}” is not the name of an encoder"), NOT_A_SAMPLE_RATE("“{0}” is not a sample rate: write 48000 or source"),
    SAMPLE_RATE_RANGE(
            "{0} is outside 8000 to 384000 Hz"),
    TOO_WIDE("the picture would be {0}; at most {1} pixels a side"), FIT_NEEDS_BOTH("{0} needs both a width and a height");

    private final String english;

    PlanWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
