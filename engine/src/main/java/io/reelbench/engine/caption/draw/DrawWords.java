package io.reelbench.engine.caption.draw;

import io.reelbench.engine.problem.Message;

/** The sentences about drawing captions. */
enum DrawWords implements Message {
    NO_FONT("it is no font that can be used here"),
    NO_GLYPHS("No font on this machine shows {0}; these characters are left out of the captions."),
    OTHER_FONT("The font “{0}” is not installed; the captions are in {1}."), OURS("Noto Sans"), STRIPS("{0} pictures of text"),
    DRAWN("{0} million pixels of text"), CAPTIONS("the captions");

    private final String english;

    DrawWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
