package io.reelbench.app.watching;

import io.reelbench.engine.problem.Message;

/** The words of the room of watched folders. */
enum WatchingWords implements Message {
    WATCH_FOLDERS("Watch folders"), ADD("Watch a folder…"), EDIT("Change…"), PAUSE("Pause or go on"), REMOVE("Watch no more"),
    SHOW("Show in folder"), SAVE("Watch"), CANCEL("Cancel"), PRESET("Preset"), NONE("No folder is watched"),
    WHAT("What comes to lie in a watched folder is done by its preset as soon as it is whole, and never twice."),
    DOES("{0} → {1}"), BESIDE("beside each clip"), OFFLINE("Offline; goes on when the folder is back"), PAUSED("Paused"),
    WATCHING("Watching"), GROWING("{0,plural,one{# file is not whole yet}other{# files are not whole yet}}"),
    TAKEN("{0,plural,=0{Nothing done yet}one{# file done}other{# files done}}"), LAST("{0}, {1}"),
    DID_ADD("Watch {0}"), DID_EDIT("Change what is done in {0}"), DID_PAUSE("Pause {0}"), DID_GO_ON("Go on with {0}"),
    DID_REMOVE("Watch {0} no more"), CHOOSE_PRESET("Choose a preset"), NEW("Watch a folder"), CHANGE("Change a watched folder"),
    SPOKEN("{0}, {1}, {2}");

    private final String english;

    WatchingWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
