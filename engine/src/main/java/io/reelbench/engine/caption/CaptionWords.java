package io.reelbench.engine.caption;

import io.reelbench.engine.problem.Message;

/** The sentences about captions. */
enum CaptionWords implements Message {
    NOT_CAPTIONS("it is no SubRip, WebVTT or ASS text"), NO_CUES("it has no cues"), TOO_MANY("it has more than {0} cues"),
    TOO_LONG("one of its cues has more than {0} characters"),
    NOT_THAT_CHARSET("it is not written in {0}");

    private final String english;

    CaptionWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
