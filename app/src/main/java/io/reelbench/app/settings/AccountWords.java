package io.reelbench.app.settings;

import io.reelbench.engine.problem.Message;

/** The words of the page of accounts. */
enum AccountWords implements Message {
    ACCOUNTS("Accounts"),
    ACCOUNTS_WHY(
            "With an account, a service can do work or keep finished files. Nothing is sent anywhere until you say so for a recipe or a file."),
    ADD_ACCOUNT("Add account…"), NEW_ACCOUNT("New account"), CHANGE_ACCOUNT("Change the account {0}"),
    TEST_ACCOUNT("Test connection"), CHANGE_ONE("Change"), REMOVE_ONE("Remove"), SAVE_ACCOUNT("Save"), LEAVE_ACCOUNT("Cancel"),
    TEST_ONE("Test the connection of {0}"), CHANGE_THAT("Change {0}"), REMOVE_THAT("Remove {0}, with its key"),
    IN_KEYRING("Key in the system keyring"), IN_FILE("Key in a file that only you can read"),
    NOT_KEPT_KEY("Key known until the program ends"),
    ASKING("Asking…"), WORKS("It works: it was asked just now, which costs nothing."),
    SPENT("{0} spent this month"), SPENT_OF("{0} of {1} spent this month"),
    KEY("Key"), KEY_WHY("What the service gave you to prove who you are. It is not shown again."),
    KEY_STAYS("Leave it empty, and the one that is there stays."), KEY_NEEDED("an account needs its key"),
    KEY_AGAIN("its address or the place of its key is another one now, so it needs the key again");

    private final String english;

    AccountWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
