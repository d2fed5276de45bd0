package io.reelbench.app.desk;

import io.reelbench.engine.problem.Message;

/** What is said of accounts that are added, changed and taken away. */
enum ElsewhereWords implements Message {
    DID_ADD_ACCOUNT("Add the account {0}"), DID_CHANGE_ACCOUNT("Change the account {0}"),
    DID_REMOVE_ACCOUNT("Remove the account {0}");

    private final String english;

    ElsewhereWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
