package io.reelbench.app.shell;

import io.reelbench.app.desk.History;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;

/** What can be done with the window as a whole. Registered before the regions are made, so that these can bind buttons to them. */
final class Commands {

    static final String UNDO = "undo";
    static final String REDO = "redo";

    private Commands() {}

    static void register(Room room, Looks looks, Runnable box, Runnable steps, Runnable close) {
        Actions actions = room.actions();
        History history = room.desk().history();
        actions.add("command-box", ShellWords.SEARCH.with(), Section.WINDOW, "Shortcut+K", box);
        actions.add("add-step", ShellWords.ADD_STEP_ENTRY.with(), Section.RECIPE, "Shortcut+Shift+A", steps);
        actions.add(UNDO, ShellWords.UNDO.with(), Section.EDIT, "Shortcut+Z", history.undoable().isNotEmpty(), history::undo);
        actions.add(REDO, ShellWords.REDO.with(), Section.EDIT, "Shortcut+Shift+Z", history.redoable().isNotEmpty(),
                history::redo);
        actions.add("switch-theme", ShellWords.SWITCH_THEME.with(), Section.WINDOW, "Shortcut+Shift+L",
                looks::turn);
        actions.add("quit", ShellWords.QUIT.with(), Section.WINDOW, "Shortcut+Q", close);
    }
}
