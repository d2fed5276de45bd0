package io.reelbench.engine.cloud.task;

import io.reelbench.engine.problem.Message;

/** The sentences about tasks elsewhere. */
enum TaskWords implements Message {
    DONE_BY("Done by “{0}”."), COST("It cost {0}."), COST_ABOUT("It cost about {0}."),
    FROM_CACHE("“{0}” had done the same before: it came back at once and cost nothing."),
    NOT_ITS_ANSWER("it is not what its description promises"),
    POINTS_ELSEWHERE("it points elsewhere"),
    A_PAGE("it is a web page"), NO_BYTES("the result is empty"), NO_ADDRESS("it says that it is done, and names no result"),
    AT_STEP("at step {0} of {1}, “{2}”: {3}"),
    MADE_TOO_BIG("what the steps before made is {0}; {1} takes {2} at most for “{3}”"),
    PIECES_COUNT("it gives {0} pieces instead of {1}"), NO_PICTURES("pictures of the pieces are missing"),
    PIECES_LENGTH("its pieces are {0} long together instead of {1}"),
    GIVEN_UP("it was given up there");

    private final String english;

    TaskWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
