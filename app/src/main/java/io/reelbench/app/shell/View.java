package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;

/** The rooms of the window, each with a button on the rail. */
enum View {
    BENCH(Icons.CLIP, "go-bench", "Shortcut+B", ShellWords.BENCH),
    WATCHING(Icons.WATCH, "go-watch-folders", "Shortcut+Shift+W", ShellWords.WATCH_FOLDERS),
    PAST(Icons.HISTORY, "go-history", "Shortcut+H", ShellWords.HISTORY), SETTINGS(Icons.SETTINGS, "go-settings", "Shortcut+Comma",
            ShellWords.SETTINGS);

    private final Icons icon;
    private final String action;
    private final String key;
    private final ShellWords title;

    View(Icons icon, String action, String key, ShellWords title) {
        this.icon = icon;
        this.action = action;
        this.key = key;
        this.title = title;
    }

    Icons icon() {
        return icon;
    }

    /** The id of the action that goes there. */
    String action() {
        return action;
    }

    String key() {
        return key;
    }

    String title() {
        return title.say();
    }
}
