package io.reelbench.engine.cloud.account;

import io.reelbench.engine.problem.Message;

/** The sentences about accounts. */
enum AccountWords implements Message {
    NO_ADDRESS("“{0}” is not the address of a server; it begins with https://"),
    NOT_SECRET("{0} would send the key where others can read it; use https://, or an address of this computer"),
    NO_NAME("an account needs a name"), TAKEN("there is an account “{0}” already"),
    CAP_BELOW_ZERO("the monthly limit is below 0"),
    NO_AMOUNT("“{0}” is no amount; write it like 20 or 2.50"),
    NO_KEYRING("this system has no keyring that can be opened ({0}); let it ask each time, or keep the key in a file"),
    ASK_EACH_TIME("ask each time"), KEEP_IN_FILE("keep it in a file"), NO_SERVICE("choose whom the account is with"),
    NO_USUAL_ADDRESS("{0} has no usual address; say where it lies"),
    NO_BUCKET("an S3 account needs a bucket, a region and an access key"), UNREADABLE("its list of accounts cannot be read: {0}");

    private final String english;

    AccountWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
