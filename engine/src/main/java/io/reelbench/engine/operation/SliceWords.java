package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Message;

/** The sentences of slice. */
enum SliceWords implements Message {
    WAY_REQUIRED("say where to cut: every, at, count, ranges, chapters, scenes, silence or max-size"),
    TWICE("it is cut into pieces already; use one slice"),
    LAST("“{0}” stands below “slice”, which cuts files; only what writes files can stand there"),
    NO_FILE("nothing below “slice” writes a film or a sound that could be cut"), MOVE_ABOVE_SLICE("move “{0}” above “slice”"),
    NOT_SORTED("{0} comes before {1}; write the times in order"), SAME_TIME("{0} is there twice"),
    NO_CHAPTERS("{0} has no chapters"), CHAPTERS_YES("chapters can only be yes; leave it out otherwise"),
    TOO_MANY_PIECES("that would be {0} pieces; at most {1} are made"),
    NOTHING_FOUND("{0} was found nowhere in {1}, so it stays one piece"), A_SCENE_CHANGE("a scene change"), A_PAUSE("a pause"),
    SHORTER_THAN_A_FRAME("pieces of {0} are shorter than a frame");

    private final String english;

    SliceWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
