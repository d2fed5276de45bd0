package io.reelbench.app;

import io.reelbench.engine.problem.Message;

/** What is said before and behind the window. */
enum StartWords implements Message {
    UNFORESEEN("Something went wrong that nobody foresaw. It is written down in {0}.");

    private final String english;

    StartWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
