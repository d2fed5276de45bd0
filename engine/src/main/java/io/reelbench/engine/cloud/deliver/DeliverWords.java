package io.reelbench.engine.cloud.deliver;

import io.reelbench.engine.problem.Message;

/** The sentences about deliveries. */
enum DeliverWords implements Message {
    COPIED_TO("Copied to {0}, and read back byte for byte."), PUBLISHED("Published: {0}"), NO_STORE("it keeps no finished files"),
    OTHER_SIZE("it has {0} bytes there instead of {1}"), OTHER_BYTES("what was read back is not what was written"),
    CANNOT_WRITE("its bucket cannot be reached: {0}");

    private final String english;

    DeliverWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
