package io.reelbench.app.shell;

import io.reelbench.app.desk.History;
import io.reelbench.app.room.Actions;
import io.reelbench.app.room.Room;

/** What can be done with the window as a whole. Registered before the regions are made, so that these can bind buttons to them. */
final class Commands {

    static final String UNDO = "undo";
    static final String REDO = "redo";

    private Commands() {}

    static void register(Room room, Looks looks, Runnable box, Runnable steps, Runnable close) {
        Actions actions = room.actions();
        History history = room.desk().history();
        actions.add("command-box", ShellWords.SEARCH.say(), "Window", "Shortcut+K", box);
        actions.add("add-step", "Add a step…", "Recipe", "Shortcut+Shift+A", steps);
        actions.add(UNDO, "Undo", "Edit", "Shortcut+Z", history.undoable().isNotEmpty(), history::undo);
        actions.add(REDO, "Redo", "Edit", "Shortcut+Shift+Z", history.redoable().isNotEmpty(), history::redo);
        actions.add("switch-theme", "Switch between dark and light theme", "Window", "Shortcut+Shift+L",
                looks::turn);
        actions.add("quit", "Close Reelbench", "Window", "Shortcut+Q", close);
    }
}
