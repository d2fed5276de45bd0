package io.reelbench.engine.cloud;

import io.reelbench.engine.problem.Message;

/** The sentences of asking after accounts and tasks. */
enum CloudWords implements Message {
    NOT_IT("what answers there is not {0}"),
    COST_OF_KEEPING("“{0}” asks {1} for each file that it keeps."),
    CANNOT_ASK("“{0}” cannot be asked which tasks it has. Look at its own pages, and send it again only if it is not there."),
    CANNOT_ASK_STEP(
            "It was at the step “{1}”, and “{0}” cannot be asked which tasks it has. Look at its own pages, and send it again only if that step is not there."),
    CANNOT_ASK_STORE(
            "“{0}” cannot be asked which files it has. Look at its own pages, and send it again only if the file is not there."),
    SAFE_TO_RETRY("“{0}” knows the task by its key, so that sending it again gives the same one. Retry it.");

    private final String english;

    CloudWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
