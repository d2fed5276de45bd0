package io.reelbench.app.room;

import io.reelbench.engine.problem.Message;

/** Names of keys that have no sign of their own, as keyboards bear them. */
enum KeyWords implements Message {
    CTRL("Ctrl"), SHIFT("Shift"), ALT("Alt"), DELETE("Del"), ESCAPE("Esc"), PAGE_UP("PgUp"), PAGE_DOWN("PgDn"), SPACE("Space"),
    HOME("Home"), END("End"), INSERT("Insert"), BACK_SPACE("Backspace");

    private final String english;

    KeyWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
