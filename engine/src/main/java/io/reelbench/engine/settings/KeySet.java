package io.reelbench.engine.settings;

import io.reelbench.engine.schema.Word;

/** Whose keys the window has. */
public enum KeySet implements Word {
    REELBENCH("Reelbench"), PREMIERE("Premiere"), RESOLVE("Resolve"), FINAL_CUT("Final Cut"), AVID("Avid");

    private final String title;

    KeySet(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
