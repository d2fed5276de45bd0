package io.reelbench.app.settings;

import io.reelbench.engine.problem.Message;

/** The words of the room of settings. */
enum SettingsWords implements Message {
    SETTINGS("Settings"), GENERAL("General"), FILES("Files and disks"), TOOLS("Tools"), ABOUT("About"),

    APPEARANCE("Appearance"), WORK("Work"), OUTPUTS("Outputs"), SPACE("Space"), PROGRAMS("Programs"), PREVIEWS("Previews"),
    THIS_PROGRAM("This program"), FOLDERS("Folders"),

    KEYBOARD("Keyboard"), KEYS("keys"), FIND_KEY("Find an action or a key"), RESET_ALL("Reset all"),
    NO_ACTION("Nothing is called that"),
    NONE("None"), PRESS_KEY("Press a key…"), NO_KEY("No key"), RESET_KEY("The key of the set"), KEY_OF("Key of {0}: {1}"),
    NO_KEY_OF("No key for {0}"), RESET_KEY_OF("The key of the set for {0}"), KEY_TAKEN("{0} is the key of “{1}”."),
    TAKE_KEY("Use it here"), LEAVE_KEY("Leave it there"),

    CHANGE("Change {0}"), BESIDE_CLIP("Beside the clip"), USUAL_PLACE("The usual place"), COMES_ALONG("The one that comes along"),
    USED("{0} are used now."), EMPTY_CACHE("Empty"),
    EMPTY_CACHE_TIP("Delete thumbnails, filmstrips and waveforms; they are made again when they are needed"),
    LOOKING("Looking at it…"), IN_USE("{0} is in use now."), FOUND("Version {0} was found."),
    NOT_KEPT("Settings could not be written: {0}"),
    DATA_FOLDER("Queue and journal"), CONFIG_FOLDER("Settings and presets"), CACHE_FOLDER("Working files"),
    LOG_FOLDER("Logs"), SHOW("Show"), SHOW_FOLDER("Show the folder: {0}"),
    LICENCE("Free software under the GNU General Public License, version 3 or later.");

    private final String english;

    SettingsWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
