package io.reelbench.app.room;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, from wherever: a button, a key, the command box.
 *
 * @param id       kebab-case; stays the same for ever, since keys are remembered by it
 * @param title    a verb first: {@code Add to queue}
 * @param where    the part of the window it belongs to: {@code Queue}
 * @param key      its key; a plain letter works only while no text is edited
 * @param possible whether it makes sense now
 * @param run      on the FX thread
 */
public record Action(String id, String title, String where, Optional<KeyCombination> key, ObservableBooleanValue possible,
        Runnable run) {

    /** Does it, if it makes sense now. */
    public void fire() {
        if (possible.get()) {
            run.run();
        }
    }
}
