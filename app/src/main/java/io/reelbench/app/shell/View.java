package io.reelbench.app.shell;

import io.reelbench.app.look.Icons;
import io.reelbench.app.room.Section;
import io.reelbench.engine.problem.Text;

/** The rooms of the window, each with a button on the rail. */
enum View {
    BENCH(Icons.CLIP, "go-bench", "Shortcut+B", ShellWords.BENCH, Section.CLIPS),
    MAKING(Icons.MAKE, "generate", "Shortcut+Shift+N", ShellWords.GENERATE, Section.GENERATE),
    WATCHING(Icons.WATCH, "go-watch-folders", "Shortcut+Shift+W", ShellWords.WATCH_FOLDERS, Section.WATCH_FOLDERS),
    PAST(Icons.HISTORY, "go-history", "Shortcut+H", ShellWords.HISTORY, Section.HISTORY),
    SETTINGS(Icons.SETTINGS, "go-settings", "Shortcut+Comma", ShellWords.SETTINGS, Section.SETTINGS);

    private final Icons icon;
    private final String action;
    private final String key;
    private final ShellWords title;
    private final Section section;

    View(Icons icon, String action, String key, ShellWords title, Section section) {
        this.icon = icon;
        this.action = action;
        this.key = key;
        this.title = title;
        this.section = section;
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

    /** Whose actions mean something in it; in the bench those of all its regions do. */
    Section section() {
        return section;
    }

    /** What going there is called. */
    Text going() {
        return this == MAKING ? ShellWords.GENERATE_SOMETHING.with() : ShellWords.GO_TO.with(title());
    }

    String title() {
        return title.say();
    }
}
