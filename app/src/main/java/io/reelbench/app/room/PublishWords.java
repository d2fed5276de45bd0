package io.reelbench.app.room;

import io.reelbench.engine.problem.Message;

/** What is said of finished files that are brought somewhere. */
public enum PublishWords implements Message {
    PUBLISH("Publish to…"), FOLDER("Folder…"), WHERE("Publish into a folder"), PLACE("{0} · {1}"),
    PLACE_PRICED("{0} · {1} · {2} a file"), ADD_ACCOUNT("Add an account…"),
    DID_PUBLISH("Publish {0}"), DID_PUBLISH_MANY("Publish {0} files"), COPY_LINK("Copy link"), COPIED("Copied");

    private final String english;

    PublishWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
