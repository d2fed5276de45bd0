package io.reelbench.engine.settings;

import io.reelbench.engine.problem.Message;

/** The sentences of settings. */
enum SettingsWords implements Message {
    NOT_A_KEY_CHANGE("“{0}” is not an action and its key, such as mark-in=I"),
    NOT_A_TONGUE("“{0}” is neither system nor the tag of a language, such as de or zh-CN"),
    UNREADABLE("The settings in {0} cannot be read, so everything is as usual. The file is kept beside it as {1}."),
    IGNORED("The setting “{0}” is as usual: {1}."), NOT_AN_OBJECT("it is not a JSON object");

    private final String english;

    SettingsWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
