package io.reelbench.app.room;

import io.reelbench.engine.problem.Text;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/** Something a person can do, from wherever: a button, a key, the command box. Its key may change while the window is open. */
public final class Action {

    private final String id;
    private final Text title;
    private final Section where;
    private final Optional<KeyCombination> usual;
    private final boolean local;
    private final ReadOnlyObjectWrapper<Optional<KeyCombination>> key;
    private final ObservableBooleanValue possible;
    private final Runnable run;

    /**
     * @param id       kebab-case; stays the same for ever, since keys are remembered by it
     * @param title    a verb first: {@code Add to queue}
     * @param where    the part of the window it belongs to
     * @param usual    the key it has when nobody chose another; a plain letter works only while no text is edited
     * @param local    whether its key means it only while the keyboard is in that part
     * @param possible whether it makes sense now
     * @param run      on the FX thread
     */
    Action(String id, Text title, Section where, Optional<KeyCombination> usual, boolean local, ObservableBooleanValue possible,
            Runnable run) {
        this.id = id;
        this.title = title;
        this.where = where;
        this.usual = usual;
        this.local = local;
        this.key = new ReadOnlyObjectWrapper<>(this, "key", usual);
        this.possible = possible;
        this.run = run;
    }

    public String id() {
        return id;
    }

    /** What it does, in the language of the window. */
    public String title() {
        return title.toString();
    }

    /** The part of the window it belongs to. */
    public Section where() {
        return where;
    }

    /** The key it has when nobody chose another. */
    public Optional<KeyCombination> usual() {
        return usual;
    }

    /** The key it has now. */
    public Optional<KeyCombination> key() {
        return key.get();
    }

    public ReadOnlyObjectProperty<Optional<KeyCombination>> keyProperty() {
        return key.getReadOnlyProperty();
    }

    void key(Optional<KeyCombination> now) {
        key.set(now);
    }

    public ObservableBooleanValue possible() {
        return possible;
    }

    public Runnable run() {
        return run;
    }

    /**
     * Whether the two may not have the same key. A part of the window may give a key a meaning of its own while the keyboard is in it, and
     * two of those that share their usual key are never possible at once.
     */
    public boolean excludes(Action other) {
        boolean apart = local != other.local || local && !where.equals(other.where);
        boolean twins = local && usual.isPresent() && usual.equals(other.usual);
        return this != other && !apart && !twins;
    }

    /** Does it, if it makes sense now. */
    public void fire() {
        if (possible.get()) {
            run.run();
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
